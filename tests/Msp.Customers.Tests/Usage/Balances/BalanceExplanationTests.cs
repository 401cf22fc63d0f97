using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class BalanceExplanationTests
{
    private static readonly QuotaDraft March = new()
    {
        Credits = 100,
        EffectiveDate = new(2026, 3, 1),
        EndDate = new(2026, 3, 31),
    };

    private static readonly QuotaDraft April = new()
    {
        Credits = 100,
        EffectiveDate = new(2026, 4, 1),
        EndDate = new(2026, 4, 30),
        CarryOver = new CarryOverDraft { From = 1, MaxCredits = 25.5m },
    };

    private static readonly QuotaDraft Open = new() { Unlimited = true, EffectiveDate = new(2026, 4, 1) };

    [Fact]
    public void An_explanation_describes_each_quota_and_why_it_is_consumed_before_the_next()
    {
        var quotas = AnyUsage.Of([March, April, Open]);
        DailyUsage[] usage = [new(new(2026, 3, 5), Credits.Of(30.25m)), new(new(2026, 4, 2), Credits.Of(7))];

        Balance
            .On(new(2026, 4, 10), quotas, usage, ConsumptionPolicy.Default)
            .Explain()
            .Should()
            .Equal(
                "Quota 1, 2026-03-01..2026-03-31, has ended on 2026-04-10: 100 credits, "
                    + "30.25 consumed, 0 remaining, 44.25 expired, 0 voided, 25.5 carried over to later quotas.",
                "Quota 2, 2026-04-01..2026-04-30, is in force on 2026-04-10: 100 credits and 25.5 carried over from quota 1, "
                    + "7 consumed, 118.5 remaining, 0 expired, 0 voided.",
                "Quota 3, 2026-04-01.., is in force on 2026-04-10: unlimited credits, 0 consumed.",
                "Quota 1 is consumed before quota 2, because it ends earlier, on 2026-03-31.",
                "Quota 2 is consumed before quota 3, because it is limited and the other is not."
            );
    }

    [Fact]
    public void A_future_quota_has_not_started_and_a_void_quota_shows_its_voided_credits()
    {
        var voided = new QuotaDraft
        {
            Credits = 10,
            EffectiveDate = new(2026, 3, 1),
            EndDate = new(2026, 3, 31),
            VoidedFrom = new(2026, 3, 10),
        };

        Balance
            .On(new(2026, 3, 20), AnyUsage.Of([voided, Open]), [], ConsumptionPolicy.Default)
            .Explain()
            .Take(2)
            .Should()
            .Equal(
                "Quota 1, 2026-03-01..2026-03-31, has ended on 2026-03-20: 10 credits, 0 consumed, 0 remaining, 0 expired, 10 voided.",
                "Quota 2, 2026-04-01.., has not started on 2026-03-20: unlimited credits, 0 consumed."
            );
    }
}
