using Msp.Customers.Tests.Rules;

namespace Msp.Customers.Tests.StandardRules;

// A row of bad input for every rule.
public sealed class EveryRuleTests
{
    internal static readonly List<BadInput> Rows = [.. BadDrafts.Rows, .. BadSchedules.Rows, .. BadChanges.Rows, .. BadUsage.Rows];

    public static IEnumerable<object[]> Numbered => Rows.Index().Select(r => new object[] { r.Index, r.Item.Code });

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task Bad_input_is_reported_with_the_expected_codes_and_paths(int index, string code)
    {
        var row = Rows[index];
        using var host = new Host(row.Configure);

        var found = await row.TryAsync(host);

        found.Where(v => v.Code == code).Select(v => v.Path).Should().Equal(row.Paths);
        found.Select(v => v.Code).Distinct().Should().BeEquivalentTo([code, .. row.Also]);
        var rule = Codes.All.Single(r => r.Code == code);
        found.Should().OnlyContain(v => v.Code != code || v.Severity == rule.Severity);
        found.Should().OnlyContain(v => !v.Message.Contains('{') && !v.Message.Contains('}'));
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task The_values_of_a_violation_have_the_documented_types(int index, string code)
    {
        using var host = new Host(Rows[index].Configure);

        var found = await Rows[index].TryAsync(host);

        foreach (var violation in found.Where(v => v.Code == code))
        {
            violation
                .Values.ToDictionary(v => v.Key, v => v.Value.GetType())
                .Should()
                .BeEquivalentTo(Codes.All.Single(r => r.Code == code).Values);
        }
    }

    [Fact]
    public void Every_code_has_a_row_of_bad_input() =>
        Rows.Select(r => r.Code).Distinct().Should().BeEquivalentTo(Codes.All.Select(r => r.Code));

    [Fact]
    public void The_valid_drafts_have_no_violations()
    {
        Valid.Check(Valid.Draft()).Should().BeEmpty();
        Valid.PlanDraft().Check().Should().BeEmpty();
    }

    [Fact]
    public async Task The_valid_draft_is_saved_without_a_warning()
    {
        using var host = new Host();
        var customer = Customer.Register(Valid.Draft(), host.Terms, Valid.Today);

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
        await host.Customers.AddAsync(customer);
        (await host.Customers.CountAsync()).Should().Be(1);
    }
}
