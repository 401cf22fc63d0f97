using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class BalanceAdjustmentTests
{
    private static readonly IReadOnlyList<CreditQuota> Quotas = AnyUsage.Of([
        new QuotaDraft
        {
            Credits = 10,
            EffectiveDate = Valid.Today,
            EndDate = Valid.Today,
        },
        new QuotaDraft
        {
            Credits = 5,
            EffectiveDate = Valid.Today.PlusDays(1),
            EndDate = Valid.Today.PlusDays(1),
        },
    ]);

    [Fact]
    public void Changed_overage_is_in_order_of_the_days()
    {
        var adjustment = new BalanceAdjustment(On(Quotas, (3, 4), (6, 1)), On(Quotas, (5, 2), (6, 1)));

        adjustment
            .OverageDifference.Should()
            .Equal(new DailyOverage(Valid.Today.PlusDays(3), -4), new DailyOverage(Valid.Today.PlusDays(5), 2));
        adjustment.ConsumedDifference.Should().BeEmpty();
    }

    [Fact]
    public void The_adjustment_of_a_new_quota_is_its_whole_consumption()
    {
        var adjustment = new BalanceAdjustment(On(Quotas.Take(1), (0, 3), (1, 2)), On(Quotas, (0, 3), (1, 2)));

        adjustment.ConsumedDifference.Should().Equal(new QuotaCredits(2, 2));
        adjustment.OverageDifference.Should().Equal(new DailyOverage(Valid.Today.PlusDays(1), -2));
    }

    private static Balance On(IEnumerable<CreditQuota> quotas, params (int Day, decimal Credits)[] used) =>
        Balance.On(
            Valid.Today.PlusDays(9),
            quotas,
            Array.ConvertAll(used, u => new DailyUsage(Valid.Today.PlusDays(u.Day), Credits.Of(u.Credits))),
            ConsumptionPolicy.Default
        );
}
