namespace Msp.Customers.Tests.StandardRules;

// Registered on 2026-03-01 for 30 days: the last day is 2026-03-30.
public sealed class EvaluationRuleTests
{
    private static readonly CustomerTerms Long = new(MaxEvaluationDays: 400);

    [Theory]
    [InlineData(30)]
    [InlineData(31, "evaluation.too-long")]
    public async Task An_evaluation_lasts_at_most_60_days_in_total(int extension, params string[] codes)
    {
        (await CodesAsync(extension, o => o.Rules.Terms = new CustomerTerms(MaxExtensionDays: 100))).Should().Equal(codes);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31, "evaluation.extension-too-long")]
    public async Task An_evaluation_is_extended_by_at_most_30_days_at_a_time(int extension, params string[] codes) =>
        (await CodesAsync(extension, o => o.Rules.Terms = Long)).Should().Equal(codes);

    [Theory]
    [InlineData(29)]
    [InlineData(30, "evaluation.ended")]
    public void An_evaluation_can_be_extended_on_its_last_day_and_not_later(int daysLater, params string[] codes)
    {
        var customer = Valid.Customer();
        var extend = () => customer.ExtendEvaluation(1, Valid.Today.PlusDays(daysLater));

        (Record.Exception(extend) as RuleViolationException)?.Violations.Select(v => v.Code).Should().Equal(codes);
        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(codes.Length == 0 ? 30 : 29));
    }

    [Fact]
    public async Task A_save_evaluates_an_extension_on_the_date_of_the_save()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Draft());
        host.Clock.AdvanceDays(30);
        customer.ExtendEvaluation(1, Valid.Today);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("evaluation.ended");
    }

    [Fact]
    public async Task Two_extensions_in_one_save_count_as_one()
    {
        using var host = new Host(o => o.Rules.Terms = Long);
        var customer = await host.AddAsync(Draft());
        customer.ExtendEvaluation(16, Valid.Today);
        customer.ExtendEvaluation(15, Valid.Today);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("evaluation.extension-too-long");
    }

    [Fact]
    public async Task An_extension_counts_from_the_current_last_day()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Draft());
        host.Clock.AdvanceDays(10);
        customer.ExtendEvaluation(30, Valid.Today);
        await host.Customers.UpdateAsync(customer);

        customer.EvaluationEndDate.Should().Be(new LocalDate(2026, 4, 29));
    }

    [Fact]
    public async Task A_customer_with_an_ended_evaluation_can_be_edited_and_converted()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Draft());
        host.Clock.AdvanceDays(365);
        customer.AddContact(new() { Name = "Linus Example" });
        await host.Customers.UpdateAsync(customer);
        customer.ConvertToCommercial();

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(TenantType.Evaluation, TenantType.Commercial, true)]
    [InlineData(TenantType.Evaluation, TenantType.Sandbox, false)]
    [InlineData(TenantType.Commercial, TenantType.Evaluation, false)]
    [InlineData(TenantType.Commercial, TenantType.Sandbox, false)]
    [InlineData(TenantType.Sandbox, TenantType.Evaluation, false)]
    [InlineData(TenantType.Sandbox, TenantType.Commercial, false)]
    public async Task Only_an_evaluation_can_be_converted_and_only_to_commercial(TenantType from, TenantType to, bool isAllowed)
    {
        using var host = new Host();
        var draft = Draft();
        draft.TenantType = from;
        var customer = await host.AddAsync(draft);
        var edit = customer.ToDraft();
        edit.TenantType = to;
        customer.Edit(edit, host.Terms);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal(isAllowed ? [] : ["tenant-type.invalid-conversion"]);
    }

    private static CustomerDraft Draft()
    {
        var draft = Valid.Draft();
        draft.Quotas.Clear();
        return draft;
    }

    private static async Task<IEnumerable<string>> CodesAsync(int extension, Action<MspCustomersOptions> configure)
    {
        using var host = new Host(configure);
        var customer = await host.AddAsync(Draft());
        customer.ExtendEvaluation(extension, Valid.Today);
        return (await host.Customers.CheckAsync(customer)).Select(v => v.Code);
    }
}
