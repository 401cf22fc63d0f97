using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Statements;

// The example statement in docs/credits.md.
public sealed class CreditsPageTests
{
    [Fact]
    public void The_statement_equals_the_documented_example()
    {
        var march = new LocalDate(2026, 3, 1);
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = 100,
                EffectiveDate = march,
                EndDate = march.PlusDays(30),
            },
            new QuotaDraft
            {
                Credits = 20,
                EffectiveDate = march.PlusDays(9),
                EndDate = march.PlusDays(18),
            },
        ]);
        DailyUsage[] usage =
        [
            new(march.PlusDays(4), Credits.Of(30)),
            new(march.PlusDays(11), Credits.Of(15)),
            new(new LocalDate(2026, 4, 2), Credits.Of(7)),
        ];

        var statement = Statement.For(new EffectivePeriod(march, new LocalDate(2026, 4, 30)), quotas, usage, ConsumptionPolicy.Default);

        statement
            .Lines.Select(l => (l.Quota.Number, l.Opening, l.Granted, l.Consumed, l.Expired, l.Voided, l.Closing))
            .Should()
            .Equal((2, 0m, 20m, 15m, 5m, 0m, 0m), (1, 0m, 100m, 30m, 70m, 0m, 0m));
        statement.OverageByDay.Should().Equal(new DailyOverage(new LocalDate(2026, 4, 2), 7));
        Balance.On(march.PlusDays(19), quotas, usage, ConsumptionPolicy.Default).Quotas[0].Expired.Should().Be(5);
        var april = new QuotaDraft
        {
            Credits = 100,
            EffectiveDate = march.PlusMonths(1),
            EndDate = march.PlusMonths(2).PlusDays(-1),
            CarryOver = new CarryOverDraft
            {
                From = 1,
                MaxCredits = 50,
                MaxPercent = 25,
            },
        };
        var renewed = Balance
            .On(
                march.PlusMonths(1),
                AnyUsage.Of([.. quotas.Select(q => q.ToDraft()).Select(Unnumbered), april]),
                usage,
                ConsumptionPolicy.Default
            )
            .Quotas;
        renewed
            .Select(q => (q.Quota.Number, q.Granted, q.CarriedOver, q.Expired))
            .Should()
            .Equal((2, 20m, 0m, 5m), (1, 100m, 25m, 45m), (3, 125m, 0m, 0m));
        statement.Closing.Explain().Should().Contain("Quota 2 is consumed before quota 1, because it ends earlier, on 2026-03-19.");
    }

    private static QuotaDraft Unnumbered(QuotaDraft draft)
    {
        draft.Number = null;
        return draft;
    }
}
