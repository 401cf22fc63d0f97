using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class ConsumptionOrderTests
{
    // Each case differs in the step named, and the steps after it would decide the other way round.
    public static TheoryData<string, QuotaDraft, QuotaDraft> Steps =>
        new()
        {
            { "smaller priority first", Quota(-1, unlimited: true, start: 9, end: null), Quota(0, start: 0, end: 10) },
            { "limited before unlimited", Quota(0, start: 9, end: null), Quota(0, unlimited: true, start: 0, end: 10) },
            { "earliest end date first", Quota(0, start: 9, end: 10), Quota(0, start: 0, end: 11) },
            { "open last", Quota(0, start: 9, end: 5_000), Quota(0, start: 0, end: null) },
            { "earliest effective date first", Quota(0, start: 0, end: 10), Quota(0, start: 1, end: 10) },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_decides_before_those_after_it(string step, QuotaDraft first, QuotaDraft second)
    {
        // The one that is consumed first has the larger number, so that the last step speaks against it.
        var quotas = Registered([second, first]);

        ConsumptionOrder.Default.Compare(quotas[1], quotas[0]).Should().BeNegative(step);
        ConsumptionOrder.Default.Compare(quotas[0], quotas[1]).Should().BePositive(step);
    }

    [Fact]
    public void The_smaller_number_pays_first_where_all_else_is_equal()
    {
        var quotas = Registered([Valid.Quota(), Valid.Quota()]);

        ConsumptionOrder.Default.Compare(quotas[0], quotas[1]).Should().BeNegative();
        ConsumptionOrder.Default.Compare(quotas[0], quotas[0]).Should().Be(0);
    }

    [Fact]
    public void Nothing_comes_last()
    {
        var quota = Registered([Valid.Quota()])[0];

        ConsumptionOrder.Default.Compare(quota, null).Should().BeNegative();
        ConsumptionOrder.Default.Compare(null, quota).Should().BePositive();
        ConsumptionOrder.Default.Compare(null, null).Should().Be(0);
    }

    [Fact]
    public void Of_any_three_the_order_is_total_antisymmetric_and_transitive() =>
        Any
            .Quota.Array[3]
            .Sample(
                drafts =>
                {
                    var q = Registered(drafts);
                    int Sign(int x, int y) => Math.Sign(ConsumptionOrder.Default.Compare(q[x], q[y]));

                    var pairs = (int[])[Sign(0, 1), Sign(1, 2), Sign(0, 2)];
                    return pairs.All(s => s != 0)
                        && Sign(0, 1) == -Sign(1, 0)
                        && Sign(1, 2) == -Sign(2, 1)
                        && Sign(0, 2) == -Sign(2, 0)
                        && (Sign(0, 1) != Sign(1, 2) || Sign(0, 2) == Sign(0, 1));
                },
                iter: 5_000
            );

    [Fact]
    public void The_first_difference_is_named()
    {
        Why(Quota(-1, start: 9, end: null), Quota(2, start: 0, end: 10))
            .Should()
            .Be("Quota 1 is consumed before quota 2, because its priority -1 is smaller than 2.");
        Why(Quota(0, start: 9, end: null), Quota(0, unlimited: true, start: 0, end: 10))
            .Should()
            .EndWith("because it is limited and the other is not.");
        Why(Quota(0, start: 9, end: 10), Quota(0, start: 0, end: 11)).Should().EndWith("because it ends earlier, on 2026-03-11.");
        Why(Quota(0, start: 0, end: 10), Quota(0, start: 1, end: 10)).Should().EndWith("because it started earlier.");
        Why(Quota(0, start: 0, end: 10), Quota(0, start: 0, end: 10)).Should().EndWith("because it has the smaller number.");

        static string Why(QuotaDraft first, QuotaDraft second) =>
            Registered([first, second]) is [var a, var b] ? ConsumptionOrder.Explain(a, b) : "";
    }

    private static QuotaDraft Quota(int priority, int start, int? end, bool unlimited = false) =>
        new()
        {
            Credits = unlimited ? null : 1,
            Unlimited = unlimited,
            Priority = priority,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = end is { } days ? Valid.Today.PlusDays(days) : null,
        };

    private static IReadOnlyList<CreditQuota> Registered(QuotaDraft[] drafts)
    {
        var draft = Valid.Draft();
        draft.Quotas = drafts;
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today).Quotas;
    }
}
