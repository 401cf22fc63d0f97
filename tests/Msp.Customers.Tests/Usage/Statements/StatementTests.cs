using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Statements;

public sealed class StatementTests
{
    private static readonly QuotaDraft Voided = new()
    {
        Credits = 100,
        EffectiveDate = new(2026, 3, 1),
        EndDate = new(2026, 5, 31),
        VoidedFrom = new(2026, 4, 10),
    };

    [Fact]
    public void Credits_that_were_granted_or_voided_before_the_period_are_not_counted_again()
    {
        var quotas = AnyUsage.Of([Voided]);
        DailyUsage[] usage = [new(new(2026, 3, 5), Credits.Of(30))];

        Line(3)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Opening = 0m,
                    Granted = 100m,
                    Consumed = 30m,
                    Voided = 0m,
                    Closing = 70m,
                }
            );
        Line(4)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Opening = 70m,
                    Granted = 0m,
                    Consumed = 0m,
                    Voided = 70m,
                    Closing = 0m,
                }
            );
        Line(5)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Opening = 0m,
                    Granted = 0m,
                    Consumed = 0m,
                    Voided = 0m,
                    Closing = 0m,
                }
            );

        StatementLine Line(int month) =>
            Statement.For(Month(month), quotas, usage, ConsumptionPolicy.Default).Lines.Should().ContainSingle().Subject;
    }

    [Fact]
    public void A_period_can_start_on_the_first_supported_day()
    {
        var line = Statement
            .For(new EffectivePeriod(SupportedDates.First, new(2026, 3, 31)), AnyUsage.Of([Voided]), [], ConsumptionPolicy.Default)
            .Lines.Should()
            .ContainSingle()
            .Subject;

        line.Granted.Should().Be(100);
        line.Opening.Should().Be(0);
    }

    private static EffectivePeriod Month(int month) =>
        new(new LocalDate(2026, month, 1), new LocalDate(2026, month, 1).PlusMonths(1).PlusDays(-1));
}
