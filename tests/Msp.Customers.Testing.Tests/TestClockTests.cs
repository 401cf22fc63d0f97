namespace Msp.Customers.Testing.Tests;

public sealed class TestClockTests
{
    [Fact]
    public void The_clock_has_the_time_that_is_set()
    {
        var clock = new TestClock(Instant.FromUtc(2026, 12, 31, 23, 59));
        clock.GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 12, 31, 23, 59));
        clock.Advance(Duration.FromMinutes(1));
        new BusinessCalendar(clock).Today().Should().Be(new LocalDate(2027, 1, 1));
        clock.Advance(-Duration.FromMinutes(1));
        new BusinessCalendar(clock).Today().Should().Be(new LocalDate(2026, 12, 31));
        clock.Now = Instant.FromUtc(2000, 1, 1, 0, 0);
        clock.GetCurrentInstant().Should().Be(clock.Now);
    }

    [Fact]
    public void The_default_date_is_the_date_of_the_sample_data() =>
        new BusinessCalendar(new TestClock()).Today().Should().Be(SampleData.Today);

    [Fact]
    public async Task The_clock_can_be_advanced_concurrently()
    {
        var clock = new TestClock(Instant.FromUtc(2026, 3, 1, 0, 0));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => clock.Advance(Duration.FromSeconds(1)))));
        clock.Now.Should().Be(Instant.FromUtc(2026, 3, 1, 0, 1, 40));
    }
}
