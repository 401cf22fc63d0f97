using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Forecasts;

public sealed class ForecastTests
{
    private static readonly IReadOnlyList<CreditQuota> Quotas = AnyUsage.Of([
        new QuotaDraft
        {
            Credits = 100,
            EffectiveDate = Valid.Today,
            EndDate = Valid.Today.PlusDays(29),
        },
        new QuotaDraft
        {
            Credits = 50,
            EffectiveDate = Valid.Today.PlusDays(30),
            EndDate = Valid.Today.PlusDays(59),
        },
    ]);

    [Fact]
    public void Credits_run_out_on_the_first_day_that_is_not_covered()
    {
        // 40 credits in ten days are 4 a day. The 60 remaining credits cover the next 15 days.
        var usage = Enumerable.Range(0, 4).Select(day => new DailyUsage(Valid.Today.PlusDays(day), Credits.Of(10))).ToArray();

        var forecast = Forecast.Of(Valid.Today.PlusDays(9), Valid.Today.PlusDays(29), 10, Quotas, usage, ConsumptionPolicy.Default);

        forecast.CreditsPerDay.Should().Be(4);
        forecast.RunsOutOn.Should().Be(Valid.Today.PlusDays(25));
        forecast.ExpectedOverage.Should().Be(5 * 4);
        forecast.ExpectedToExpire.Should().BeEmpty();
    }

    [Fact]
    public void Credits_that_are_not_needed_are_expected_to_expire()
    {
        var forecast = Forecast.Of(
            Valid.Today,
            Valid.Today.PlusDays(90),
            30,
            Quotas,
            [new DailyUsage(Valid.Today, Credits.Of(30))],
            ConsumptionPolicy.Default
        );

        forecast.CreditsPerDay.Should().Be(1);
        forecast.ExpectedToExpire.Select(e => (e.QuotaNumber, e.Credits)).Should().Equal((1, 41m), (2, 20m));
        forecast.RunsOutOn.Should().Be(Valid.Today.PlusDays(60));
    }

    [Fact]
    public void Credits_that_have_already_expired_are_not_expected_to_expire()
    {
        var forecast = Forecast.Of(Valid.Today.PlusDays(40), Valid.Today.PlusDays(90), 1, Quotas, [], ConsumptionPolicy.Default);

        forecast.Today.Quotas.Select(q => q.Expired).Should().Equal(100, 0);
        forecast.ExpectedToExpire.Select(e => (e.QuotaNumber, e.Credits)).Should().Equal((2, 50m));
    }

    [Fact]
    public void A_daily_rate_can_exceed_the_largest_amount()
    {
        DailyUsage[] usage = [new(Valid.Today, Credits.Max), new(Valid.Today, Credits.Max), new(Valid.Today, Credits.Of(1))];

        Forecast
            .Of(Valid.Today, Valid.Today.PlusDays(1), 1, Quotas, usage, ConsumptionPolicy.Default)
            .AtEnd.Used.Should()
            .Be(4 * Credits.Max.Amount + 2);
    }

    [Fact]
    public void Unsupported_dates_are_refused_with_the_parameter_name()
    {
        var other = Valid.Today.WithCalendar(CalendarSystem.Julian);
        var through = () => Forecast.Of(Valid.Today, other, 1, Quotas, [], ConsumptionPolicy.Default);
        var today = () => Forecast.Of(other, Valid.Today, 1, Quotas, [], ConsumptionPolicy.Default);

        through.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("through");
        today.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("today");
    }

    [Fact]
    public void Nothing_is_lost_by_rounding() =>
        Gen.Select(AnyUsage.Usage, Gen.Int[1, 37], Gen.Int[1, 37])
            .Sample(
                (usage, window, windows) =>
                {
                    var today = Valid.Today.PlusDays(30);
                    var forecast = Forecast.Of(today, today.PlusDays(window * windows), window, [], usage, ConsumptionPolicy.Default);
                    var used = usage.Where(u => u.Date > today.PlusDays(-window)).Sum(u => u.Credits.Amount);
                    return forecast.ExpectedOverage == used * windows && forecast.AtEnd.Used == forecast.Today.Used + (used * windows);
                },
                iter: 1_000
            );

    [Fact]
    public void Without_usage_nothing_runs_out()
    {
        var forecast = Forecast.Of(Valid.Today, Valid.Today.PlusDays(Forecast.MaxDays), 90, Quotas, [], ConsumptionPolicy.Default);

        forecast.RunsOutOn.Should().BeNull();
        forecast.ExpectedToExpire.Sum(e => e.Credits).Should().Be(150);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(3_661, 30)]
    [InlineData(1, 0)]
    public void A_forecast_period_or_a_window_out_of_range_is_refused(int days, int window)
    {
        var forecast = () => Forecast.Of(Valid.Today, Valid.Today.PlusDays(days), window, Quotas, [], ConsumptionPolicy.Default);

        forecast.Should().Throw<ArgumentOutOfRangeException>();
    }
}
