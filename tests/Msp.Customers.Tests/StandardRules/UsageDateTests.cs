using Msp.Customers.Usage;

namespace Msp.Customers.Tests.StandardRules;

public sealed class UsageDateTests
{
    [Fact]
    public void The_first_and_the_last_supported_day_are_days_of_usage()
    {
        Faults(d => d.Date = new LocalDate(1, 1, 1)).Should().BeEmpty();
        Faults(d => d.Date = new LocalDate(9999, 12, 31)).Should().BeEmpty();
        Faults(d => d.Date = new LocalDate(0, 12, 31)).Should().Equal("usage.date-out-of-range Date");
    }

    [Fact]
    public void A_time_of_usage_is_on_a_supported_day_in_every_zone()
    {
        Faults(d => d.At = Instant.FromUtc(1, 1, 3, 0, 0)).Should().BeEmpty();
        Faults(d => d.At = Instant.FromUtc(9999, 12, 29, 0, 0)).Should().BeEmpty();
        Faults(d => d.At = Instant.FromUtc(1, 1, 3, 0, 0) - Duration.Epsilon).Should().Equal("usage.date-out-of-range At");
        Faults(d => d.At = Instant.FromUtc(9999, 12, 29, 0, 0) + Duration.Epsilon).Should().Equal("usage.date-out-of-range At");
    }

    private static IEnumerable<string> Faults(Action<UsageDraft> date)
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
