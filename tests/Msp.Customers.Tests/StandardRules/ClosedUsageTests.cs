using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.StandardRules;

// The usage of the first ten days of the quota is closed.
public sealed class ClosedUsageTests
{
    private static readonly LocalDate Closed = Valid.Today.PlusDays(9);

    public static TheoryData<string, Action<CustomerDraft>, bool> Changes =>
        new()
        {
            { "more credits", d => d.Quotas[0].Credits = 101, true },
            { "another start", d => d.Quotas[0].EffectiveDate = Valid.Today.PlusDays(1), true },
            { "an end on the last closed day", d => d.Quotas[0].EndDate = Closed, false },
            { "an end before it", d => d.Quotas[0].EndDate = Closed.PlusDays(-1), true },
            { "no end", d => d.Quotas[0].EndDate = null, false },
            { "void from the day after", d => d.Quotas[0].VoidedFrom = Closed.PlusDays(1), false },
            { "void from the last closed day", d => d.Quotas[0].VoidedFrom = Closed, true },
            { "another priority", d => d.Quotas[0].Priority = 1, true },
            { "a further quota on the last closed day", d => d.Quotas.Add(Quota(Closed)), true },
            { "a further quota on the day after", d => d.Quotas.Add(Quota(Closed.PlusDays(1))), false },
            { "another name", d => d.AccountName = "Other", false },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_quota_can_change_after_the_closed_days_and_not_on_them(string name, Action<CustomerDraft> edit, bool isRefused)
    {
        var (before, after) = (WithClosedUsage(), WithClosedUsage());
        var draft = after.ToDraft();
        edit(draft);
        after.Edit(draft, CustomerTerms.Default);
        var change = new Change<Customer>(before, after, Valid.Today);

        new QuotasOfClosedUsageRule().Evaluate(change);

        change.Violations.Select(v => v.Code).Should().Equal(isRefused ? ["quota.changes-closed-usage"] : [], name);
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(40, true)]
    public void A_later_end_that_changes_the_consumption_on_closed_days_is_refused(int end, bool isRefused)
    {
        var draft = Valid.Draft();
        draft.Quotas = [Ending(10), Ending(30)];
        var before = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        before.CloseUsageThrough(Closed);
        var after = Customer.FromSnapshot(before.ToSnapshot());
        var quota = after.Quotas[0].ToDraft();
        quota.EndDate = Valid.Today.PlusDays(end);
        after.ChangeQuota(quota);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(60))];
        var change = new Change<Customer>(before, after, Valid.Today);

        new QuotasOfClosedUsageRule().Evaluate(change);

        change.Violations.Select(v => v.Path).Should().Equal(isRefused ? ["Quotas[0]"] : []);
        var consumed = Balance
            .On(Closed, after.Quotas, usage, ConsumptionPolicy.Default)
            .Quotas.ToDictionary(q => q.Quota.Number, q => q.Consumed);
        (consumed[1] != Balance.On(Closed, before.Quotas, usage, ConsumptionPolicy.Default).Quotas.First(q => q.Quota.Number == 1).Consumed)
            .Should()
            .Be(isRefused);
    }

    [Fact]
    public void Closed_days_stay_closed()
    {
        var customer = WithClosedUsage();
        var version = customer.Version;

        customer.CloseUsageThrough(Closed.PlusDays(-1));
        customer.CloseUsageThrough(Closed);
        (customer.UsageClosedThrough, customer.Version).Should().Be((Closed, version));

        customer.CloseUsageThrough(Closed.PlusDays(1));
        (customer.UsageClosedThrough, customer.Version).Should().Be((Closed.PlusDays(1), version + 1));
        Customer.FromSnapshot(customer.ToSnapshot()).UsageClosedThrough.Should().Be(Closed.PlusDays(1));
    }

    private static QuotaDraft Quota(LocalDate start) =>
        new()
        {
            Credits = 1,
            EffectiveDate = start,
            EndDate = start,
        };

    private static QuotaDraft Ending(int day) =>
        new()
        {
            Credits = 50,
            EffectiveDate = Valid.Today,
            EndDate = Valid.Today.PlusDays(day),
        };

    private static Customer WithClosedUsage()
    {
        var customer = Valid.Customer();
        customer.CloseUsageThrough(Closed);
        return customer;
    }
}
