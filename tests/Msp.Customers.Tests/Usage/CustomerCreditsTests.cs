using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

public sealed class CustomerCreditsTests
{
    private static readonly QuotaDraft Ten = new()
    {
        Credits = 10,
        EffectiveDate = Valid.Today,
        EndDate = Valid.Today.PlusDays(90),
    };

    [Fact]
    public async Task Alerts_of_usage_that_came_a_day_late_are_told_when_its_day_is_looked_at_again()
    {
        var books = await Books.OfAsync(Ten);
        books.Clock.Advance(Duration.FromDays(1));
        await books.PostAsync(books.Draft("a", 8, day: 0));

        (await books.Credits.AlertsAsync(books.Id, Valid.Today)).Should().BeEmpty();
        (await books.Credits.AlertsAsync(books.Id, Valid.Today.PlusDays(-1)))!
            .Select(a => a.Key)
            .Should()
            .Equal("PercentReached/1/80/10/", "QuotaStarted/1///2026-03-01");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Forecast.MaxDays)]
    public async Task A_forecast_looks_ahead_as_many_days_as_are_asked_for(int days)
    {
        var books = await Books.OfAsync(Ten);

        (await books.Credits.ForecastAsync(books.Id, days))!.AtEnd.Date.Should().Be(Valid.Today.PlusDays(days));
        (await books.Credits.ForecastAsync(new CustomerId("nobody"), days)).Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Forecast.MaxDays + 1)]
    [InlineData(int.MaxValue)]
    public async Task A_forecast_of_too_few_or_too_many_days_is_refused(int days)
    {
        var books = await Books.OfAsync(Ten);

        await books.Credits.Invoking(c => c.ForecastAsync(books.Id, days)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
