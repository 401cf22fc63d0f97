namespace Msp.Customers.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public void An_evaluation_lasts_30_days_including_the_day_of_registration() =>
        Valid.Customer().EvaluationEndDate.Should().Be(Valid.Today.PlusDays(29));

    [Fact]
    public void An_evaluation_lasts_as_many_days_as_the_terms_define()
    {
        var terms = new CustomerTerms(EvaluationDays: 1);

        Customer.Register(Valid.Draft(), terms, new LocalDate(2024, 2, 29)).EvaluationEndDate.Should().Be(new LocalDate(2024, 2, 29));
    }

    [Fact]
    public void An_evaluation_ends_on_the_last_supported_day_at_the_latest()
    {
        var customer = Customer.Register(Valid.Draft(), CustomerTerms.Default, LocalDate.MaxIsoValue.PlusDays(-3));

        customer.EvaluationEndDate.Should().Be(LocalDate.MaxIsoValue);
    }

    [Theory]
    [InlineData(TenantType.Commercial)]
    [InlineData(TenantType.Sandbox)]
    public void Other_tenant_types_have_no_evaluation_end_date_and_cannot_be_extended(TenantType type)
    {
        var draft = Valid.Draft();
        draft.TenantType = type;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        customer.EvaluationEndDate.Should().BeNull();
        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(1, Valid.Today))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("tenant-type.not-an-evaluation")
        );
    }

    [Fact]
    public void Each_extension_starts_from_the_current_end_date()
    {
        var customer = Valid.Customer();

        customer.ExtendEvaluation(10, Valid.Today);
        customer.ExtendEvaluation(5, Valid.Today);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(44));
        customer.Version.Should().Be(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_extension_by_less_than_one_day_is_refused(int days)
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(days, Valid.Today))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("evaluation.extension-not-positive")
        );
    }

    [Fact]
    public void All_violations_of_an_extension_are_reported_together()
    {
        var customer = Valid.Customer();

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ExtendEvaluation(0, c.EvaluationEndDate!.Value.PlusDays(1)))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Select(v => v.Code)
                    .Should()
                    .Equal("evaluation.extension-not-positive", "evaluation.ended")
        );
    }

    [Fact]
    public void A_sandbox_cannot_be_converted_to_commercial()
    {
        var draft = Valid.Draft();
        draft.TenantType = TenantType.Sandbox;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.ConvertToCommercial())
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .Code.Should()
                    .Be("tenant-type.invalid-conversion")
        );
    }

    [Fact]
    public void An_edit_keeps_an_extension()
    {
        var customer = Valid.Customer();
        customer.ExtendEvaluation(10, Valid.Today);

        customer.Edit(customer.ToDraft(), CustomerTerms.Default);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(39));
    }

    [Fact]
    public void Converting_clears_the_evaluation_end_date_and_changes_no_other_date()
    {
        var customer = Valid.Customer();
        var (period, license) = (customer.Quotas[0].Period, customer.LicenseExpiryDate);

        customer.ConvertToCommercial();

        (customer.TenantType, customer.EvaluationEndDate, customer.Version).Should().Be((TenantType.Commercial, null, 2));
        (customer.Quotas[0].Period, customer.LicenseExpiryDate).Should().Be((period, license));
    }

    [Fact]
    public void Converting_again_changes_nothing()
    {
        var customer = Valid.Customer();
        customer.ConvertToCommercial();

        EditTests.Unchanged(customer, () => customer.ConvertToCommercial().Should().BeFalse());
    }

    [Fact]
    public void An_edit_can_convert_an_evaluation()
    {
        var customer = Valid.Customer();
        var draft = customer.ToDraft();
        draft.TenantType = TenantType.Commercial;

        customer.Edit(draft, CustomerTerms.Default);

        customer.EvaluationEndDate.Should().BeNull();
    }

    [Theory]
    [InlineData(TenantType.Commercial)]
    [InlineData(TenantType.Sandbox)]
    public void F08_An_evaluation_keeps_its_end_date_when_its_type_changes_and_changes_back(TenantType type)
    {
        var customer = Extended();

        Edit(customer, type);
        Edit(customer, type);
        customer.EvaluationEndDate.Should().BeNull();
        Edit(customer, TenantType.Evaluation);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(59));
    }

    [Fact]
    public void F08_An_evaluation_keeps_its_end_date_after_a_conversion_and_under_changed_terms()
    {
        var customer = Extended();
        customer.ConvertToCommercial();

        Edit(customer, TenantType.Evaluation, new CustomerTerms(EvaluationDays: 10));
        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(59));
        customer.ConvertToCommercial();
        Edit(customer, TenantType.Sandbox);
        Edit(customer, TenantType.Evaluation, new CustomerTerms(EvaluationDays: 100));

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(59));
    }

    [Fact]
    public async Task F08_EditAsync_restores_the_end_date_when_the_type_changes_back()
    {
        using var host = new Host(o => o.Rules.Remove("tenant-type.invalid-conversion"));
        var draft = Valid.Draft();
        draft.Quotas.Clear();
        var customer = await host.AddAsync(draft);
        customer.ExtendEvaluation(30, Valid.Today);
        await host.Customers.UpdateAsync(customer);
        foreach (var type in new[] { TenantType.Commercial, TenantType.Evaluation, TenantType.Sandbox, TenantType.Evaluation })
        {
            draft = customer.ToDraft();
            draft.TenantType = type;
            (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();
        }

        (await host.Customers.GetByIdAsync(customer.Id))!.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(59));
    }

    [Fact]
    public async Task F08_An_edit_can_undo_an_unsaved_conversion()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        customer.ExtendEvaluation(30, Valid.Today);
        await host.Customers.UpdateAsync(customer);
        customer.ConvertToCommercial();
        var draft = customer.ToDraft();
        draft.TenantType = TenantType.Evaluation;

        (await host.Customers.CheckAsync(customer, draft)).Should().BeEmpty();
        await host.Customers.EditAsync(customer, draft);

        customer.EvaluationEndDate.Should().Be(Valid.Today.PlusDays(59));
    }

    [Fact]
    public async Task F08_A_saved_conversion_cannot_be_undone()
    {
        using var host = new Host();
        var customer = await host.AddAsync(Valid.Draft());
        customer.ConvertToCommercial();
        await host.Customers.UpdateAsync(customer);
        Edit(customer, TenantType.Evaluation);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("tenant-type.invalid-conversion");
    }

    [Fact]
    public async Task F08_A_restored_snapshot_cannot_shorten_an_evaluation()
    {
        using var host = new Host();
        var draft = Valid.Draft();
        draft.Quotas.Clear();
        var customer = await host.AddAsync(draft);
        var snapshot = customer.ToSnapshot();
        snapshot.EvaluationEndDate = customer.EvaluationEndDate!.Value.PlusDays(-1);
        snapshot.Version++;
        customer.RestoreFrom(snapshot);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("evaluation.shortened");
    }

    private static Customer Extended()
    {
        var customer = Valid.Customer();
        customer.ExtendEvaluation(30, Valid.Today);
        return customer;
    }

    private static void Edit(Customer customer, TenantType type, CustomerTerms? terms = null)
    {
        var draft = customer.ToDraft();
        draft.TenantType = type;
        customer.Edit(draft, terms ?? CustomerTerms.Default);
    }
}
