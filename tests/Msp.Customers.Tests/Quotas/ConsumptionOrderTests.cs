using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class ConsumptionOrderTests
{
    // The quotas of a case differ in the named criterion, and the later criteria favor the second quota.
    public static TheoryData<string, QuotaDraft, QuotaDraft> Criteria =>
        new()
        {
            { "smaller priority first", Quota(-1, unlimited: true, start: 9, end: null), Quota(0, start: 0, end: 10) },
            { "limited before unlimited", Quota(0, start: 9, end: null), Quota(0, unlimited: true, start: 0, end: 10) },
            { "earliest end date first", Quota(0, start: 9, end: 10), Quota(0, start: 0, end: 11) },
            { "open last", Quota(0, start: 9, end: 5_000), Quota(0, start: 0, end: null) },
            { "earliest effective date first", Quota(0, start: 0, end: 10), Quota(0, start: 1, end: 10) },
        };

    [Theory]
    [MemberData(nameof(Criteria))]
    public void A_criterion_takes_precedence_over_later_criteria(string criterion, QuotaDraft first, QuotaDraft second)
    {
        // The quota that is consumed first has the larger number, so that the last criterion favors the other one.
        var quotas = Registered([second, first]);

        ConsumptionOrder.Default.Compare(quotas[1], quotas[0]).Should().BeNegative(criterion);
        ConsumptionOrder.Default.Compare(quotas[0], quotas[1]).Should().BePositive(criterion);
    }

    [Fact]
    public void The_quota_with_the_smaller_number_is_consumed_first_if_all_else_is_equal()
    {
        var quotas = Registered([Valid.Quota(), Valid.Quota()]);

        ConsumptionOrder.Default.Compare(quotas[0], quotas[1]).Should().BeNegative();
        ConsumptionOrder.Default.Compare(quotas[0], quotas[0]).Should().Be(0);
    }

    [Fact]
    public void Null_comes_last()
    {
        var quota = Registered([Valid.Quota()])[0];

        ConsumptionOrder.Default.Compare(quota, null).Should().BeNegative();
        ConsumptionOrder.Default.Compare(null, quota).Should().BePositive();
        ConsumptionOrder.Default.Compare(null, null).Should().Be(0);
    }

    [Fact]
    public void The_consumption_order_is_total_antisymmetric_and_transitive() =>
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
    public void The_explanation_names_the_first_difference()
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
