using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class CustomerCreditsTests
{
    private static readonly QuotaDraft Ten = new()
    {
        Credits = 10,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(90),
    };

    [Fact]
    public async Task Alerts_of_late_usage_are_returned_if_its_day_is_included()
    {
        var host = await UsageHost.OfAsync(Ten);
        host.Clock.Advance(Duration.FromDays(1));
        await host.PostAsync(host.Draft("a", 8, day: 0));

        (await host.Credits.AlertsAsync(host.Id, Valid.Today)).Should().BeEmpty();
        (await host.Credits.AlertsAsync(host.Id, Valid.Today.PlusDays(-1)))!
            .Select(a => a.Key)
            .Should()
            .Equal("PercentReached/1/80/10/", "QuotaStarted/1///2026-03-01");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Forecast.MaxDays)]
    public async Task A_forecast_covers_the_requested_number_of_days(int days)
    {
        var host = await UsageHost.OfAsync(Ten);

        (await host.Credits.ForecastAsync(host.Id, days))!.AtEnd.Date.Should().Be(Valid.Today.PlusDays(days));
        (await host.Credits.ForecastAsync(new CustomerId("nobody"), days)).Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Forecast.MaxDays + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_forecast_of_too_few_or_too_many_days_is_refused(int days)
    {
        var host = await UsageHost.OfAsync(Ten);

        await host.Credits.Invoking(c => c.ForecastAsync(host.Id, days)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
