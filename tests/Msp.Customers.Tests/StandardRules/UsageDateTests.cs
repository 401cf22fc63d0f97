using Msp.Customers.Usage;

namespace Msp.Customers.Tests.StandardRules;

public sealed class UsageDateTests
{
    [Fact]
    public void Usage_can_be_on_the_first_and_on_the_last_supported_day()
    {
        ViolationsOf(d => d.Date = new LocalDate(1, 1, 1)).Should().BeEmpty();
        ViolationsOf(d => d.Date = new LocalDate(9999, 12, 31)).Should().BeEmpty();
        ViolationsOf(d => d.Date = new LocalDate(0, 12, 31)).Should().Equal("usage.date-out-of-range Date");
    }

    [Fact]
    public void The_instant_of_usage_must_be_on_a_supported_day_in_every_time_zone()
    {
        ViolationsOf(d => d.OccurredAt = Instant.FromUtc(1, 1, 3, 0, 0)).Should().BeEmpty();
        ViolationsOf(d => d.OccurredAt = Instant.FromUtc(9999, 12, 29, 0, 0)).Should().BeEmpty();
        ViolationsOf(d => d.OccurredAt = Instant.FromUtc(1, 1, 3, 0, 0) - Duration.Epsilon)
            .Should()
            .Equal("usage.date-out-of-range OccurredAt");
        ViolationsOf(d => d.OccurredAt = Instant.FromUtc(9999, 12, 29, 0, 0) + Duration.Epsilon)
            .Should()
            .Equal("usage.date-out-of-range OccurredAt");
    }

    private static IEnumerable<string> ViolationsOf(Action<UsageDraft> date)
    {
        var draft = new UsageDraft
        {
            Customer = "c",
            Key = "k",
            Credits = 1,
        };
        date(draft);
        return draft.Check().Select(v => $"{v.Code} {v.Path}");
    }
}
