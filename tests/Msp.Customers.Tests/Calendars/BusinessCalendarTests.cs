using CsCheck;
using NodaTime.Testing;
using NodaTime.TimeZones;

namespace Msp.Customers.Tests.Calendars;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = new(FakeClock.FromUtc(2026, 1, 1, 11, 30, 0), "Europe/Berlin");

    [Fact]
    public void The_customers_time_zone_takes_precedence_over_the_configured_one_and_UTC_is_the_default()
    {
        Calendar.ZoneId.Should().Be("Europe/Berlin");
        Calendar.Today("Pacific/Kiritimati").Should().Be(new LocalDate(2026, 1, 2));
        Calendar.Today("Etc/GMT+12").Should().Be(new LocalDate(2025, 12, 31));
        Calendar.Today().Should().Be(new LocalDate(2026, 1, 1));
        new BusinessCalendar(FakeClock.FromUtc(2026, 1, 1)).ZoneId.Should().Be("UTC");
    }

    [Fact]
    public void Now_is_the_time_of_the_clock() => Calendar.Now.Should().Be(Instant.FromUtc(2026, 1, 1, 11, 30));

    [Fact]
    public void An_unknown_time_zone_is_refused()
    {
        var today = () => Calendar.Today("Europe/Atlantis");

        today.Should().Throw<DateTimeZoneNotFoundException>();
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")] // Midnight does not exist: the first instant of the day.
    [InlineData("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z")]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T05:00:00Z")]
    [InlineData("America/Santiago", "2024-09-08", "2024-09-08T04:00:00Z")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z")] // Two midnights: the earlier one.
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")] // A skipped day: the first instant after it.
    [InlineData("Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00Z")]
    [InlineData("Etc/GMT+12", "2026-01-01", "2026-01-01T12:00:00Z")]
    public void A_day_starts_at_the_first_instant_with_its_date(string zone, string date, string instant) =>
        Calendar.StartOf(Iso(date), zone).Should().Be(NodaTime.Text.InstantPattern.General.Parse(instant).Value);

    [Fact]
    public void A_day_that_the_time_zone_skips_is_empty()
    {
        var interval = Calendar.IntervalOf(new EffectivePeriod(new LocalDate(2011, 12, 30), new LocalDate(2011, 12, 30)), "Pacific/Apia");

        interval.Duration.Should().Be(Duration.Zero);
    }

    [Fact]
    public void A_day_continues_when_clocks_go_back_over_midnight()
    {
        // St John's, 2010-11-07: at 00:01 clocks went back to 23:01 of the day before.
        var secondTime = Instant.FromUtc(2010, 11, 7, 3, 0);

        secondTime.InZone(DateTimeZoneProviders.Tzdb["America/St_Johns"]).Date.Should().Be(new LocalDate(2010, 11, 6));
        Calendar.DateOf(secondTime, "America/St_Johns").Should().Be(new LocalDate(2010, 11, 7));
    }

    [Fact]
    public void A_period_without_an_end_date_or_through_the_last_supported_day_has_no_end_instant()
    {
        Calendar.IntervalOf(new EffectivePeriod(new LocalDate(2026, 1, 1))).HasEnd.Should().BeFalse();
        Calendar.IntervalOf(new EffectivePeriod(new LocalDate(2026, 1, 1), LocalDate.MaxIsoValue), "Etc/GMT+12").HasEnd.Should().BeFalse();
    }

    [Fact]
    public void The_first_and_last_supported_days_have_an_instant_in_every_time_zone()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids)
        {
            Calendar.StartOf(SupportedDates.First, zone).Should().BeLessThan(Calendar.StartOf(SupportedDates.Last, zone));
        }
    }

    [Fact]
    public void Consecutive_days_have_adjacent_intervals_in_every_time_zone() =>
        Gen.Select(Zone, Any.Date)
            .Sample(
                (zone, date) =>
                {
                    if (date >= SupportedDates.Last.PlusDays(-1))
                    {
                        return true;
                    }

                    var day = Calendar.IntervalOf(new EffectivePeriod(date, date), zone);
                    var next = Calendar.IntervalOf(new EffectivePeriod(date.PlusDays(1), date.PlusDays(1)), zone);
                    var existing = Calendar.DateOf(day.Start, zone) == date;
                    return day.End == next.Start && day.Start <= day.End && existing == day.Start < day.End;
                },
                iter: 20_000
            );

    [Fact]
    public void An_instant_is_in_a_periods_interval_exactly_when_its_date_is_in_the_period() =>
        Gen.Select(Zone, Any.NearPeriod, Gen.Int[-100_000, 6_000_000])
            .Sample(
                (zone, period, seconds) =>
                {
                    var instant = Calendar.StartOf(Valid.Today, zone) + Duration.FromSeconds(seconds);
                    return Calendar.IntervalOf(period, zone).Contains(instant) == period.Contains(Calendar.DateOf(instant, zone));
                },
                iter: 20_000
            );

    [Fact]
    public void An_instant_is_in_its_day_around_every_clock_change_since_1850()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (
                var change in zone.GetZoneIntervals(Instant.FromUtc(1850, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0))
                    .Where(i => i.HasEnd)
            )
            {
                foreach (var instant in new[] { change.End, change.End - Duration.Epsilon, change.End + Duration.FromMinutes(30) })
                {
                    var day = Calendar.DateOf(instant, id);
                    (Calendar.StartOf(day, id) <= instant && instant < Calendar.StartOf(day.PlusDays(1), id))
                        .Should()
                        .BeTrue("{0} at {1}", id, instant);
                }
            }
        }
    }

    private static Gen<string> Zone { get; } = Any.Of([.. DateTimeZoneProviders.Tzdb.Ids]);

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
