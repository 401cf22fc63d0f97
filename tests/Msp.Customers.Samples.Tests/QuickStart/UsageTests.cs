using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Samples.Tests.QuickStart;

// The posting and the pages of the usage in the sample's own folder.
public sealed class UsageTests : IDisposable
{
    private static readonly string[] Refused =
    [
        "cust-109 usage.credits-negative",
        "cust-110 field.required",
        "cust-110 usage.credits-too-precise",
        "cust-112 date.invalid",
        "cust-113 usage.customer-not-found",
    ];

    private readonly QuickStartRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task The_first_run_posts_the_usage_of_customers_without_invalid_rows_and_lists_the_invalid_rows()
    {
        var screen = await run.RunAsync();

        screen.ExitCode.Should().Be(0);
        screen.Text.Should().Contain("Usage: 112 posted, 0 posted before.").And.Contain("Customers whose usage is refused: 4;");
        screen.Rows("Usage refused").Should().Equal(Refused);
        screen.Text.Should().MatchRegex(@"usage\.json row 7 +│ cust-109 +│ usage\.credits-negative +│ Credits ");
        (await run.UsedAsync("cust-101")).Should().HaveCount(30).And.OnlyContain(u => u.Credits == Credits.Of(45));
        (await run.UsedAsync("cust-103"))
            .Should()
            .Equal(new(new(2026, 6, 1), Credits.Of(120.25m)), new DailyUsage(new(2026, 6, 15), Credits.Of(80)));
        (await run.UsedAsync("cust-109")).Should().BeEmpty("one of its rows is bad");
    }

    [Fact]
    public async Task The_second_run_posts_nothing_twice()
    {
        var clock = FakeClock.FromUtc(2026, 11, 24);
        await run.RunAsync(clock);
        var first = await run.UsedAsync("cust-101");

        var screen = await run.RunAsync(clock);

        screen.Text.Should().Contain("Usage: 0 posted, 112 posted before.");
        screen.Rows("Usage refused").Should().Equal(Refused);
        (await run.UsedAsync("cust-101")).Should().Equal(first);
    }

    [Fact]
    public async Task A_run_two_days_later_posts_only_the_two_new_days()
    {
        await run.RunAsync(FakeClock.FromUtc(2026, 11, 24));

        (await run.RunAsync(FakeClock.FromUtc(2026, 11, 26))).Text.Should().Contain("Usage: 6 posted, 106 posted before.");

        (await run.UsedAsync("cust-101"))
            .Select(u => u.Date)
            .Should()
            .Equal(Enumerable.Range(0, 32).Select(day => new LocalDate(2026, 10, 26).PlusDays(day)));
    }

    [Theory]
    [InlineData(2026, 6, 30, 1)]
    [InlineData(2026, 10, 2, 1)]
    [InlineData(2026, 10, 4, 2)]
    [InlineData(2026, 11, 24, 2)]
    [InlineData(2033, 6, 30, 2)]
    public async Task An_alert_and_the_day_on_which_credits_run_out_are_shown_on_any_day(int year, int month, int day, int quota)
    {
        var screen = await run.RunAsync(FakeClock.FromUtc(year, month, day));

        screen
            .Text.Should()
            .Contain($"PercentReached/{quota}/80")
            .And.MatchRegex(@"│ 45 +│ \d{4}-\d\d-\d\d +│")
            .And.MatchRegex(@"Forecast +45 a day: credits run out on \d{4}-\d\d-\d\d");
    }

    [Fact]
    public async Task Details_statement_forecast_and_alerts_agree()
    {
        var screen = await run.RunAsync(FakeClock.FromUtc(2026, 11, 24));

        screen
            .Text.Should()
            .Contain("#1: 1500, 2026-01-01..2035-12-31, in force, 3325 days left, 1150 used (76.67 %), 350 left")
            .And.Contain("#2: 200, 2026-10-01..2034-03-31, in force, 2685 days left, 200 used (100 %), 0 left, exhausted")
            .And.Contain("1350 used, 0 of it not covered; quotas have 350 left")
            .And.Contain("last 90 days: 1350 on 30 days, at most 45 on one")
            .And.Contain("45 a day: credits run out on 2026-12-02")
            .And.Contain("Statement of Alder Bakeries, 2026-10-26..2026-11-24")
            .And.MatchRegex(@"#2: 200 +│ 200 +│ 0 +│ 200 +│ 0 +│ 0 +│ 0 +│ 0 ")
            .And.MatchRegex(@"#1: 1500 +│ 1500 +│ 0 +│ 1150 +│ 0 +│ 0 +│ 0 +│ 350 ")
            .And.Contain("Used 1350, of which no quota covered 0.")
            .And.MatchRegex(@"│ 45 +│ 2026-12-02 +│ 16075 +│ nothing")
            .And.MatchRegex(@"PercentReached/2/100/[\d.]+/ +│ Quota 2 has used 100 % of its credits\.")
            .And.NotContain("PercentReached/1/80");
    }
}
