using CsCheck;
using NodaTime.Testing;

namespace Msp.Customers.Tests.Calendars;

public sealed class DaysInAllTimeZonesTests
{
    private static readonly BusinessCalendar Calendar = new(FakeClock.FromUtc(2026, 1, 1));

    private static readonly Gen<string> Zone = Any.Of([.. DateTimeZoneProviders.Tzdb.Ids]);

    private static readonly Gen<LocalDate> Date = Gen.Int[0, Period.DaysBetween(new LocalDate(1840, 1, 1), new LocalDate(2040, 1, 1))]
        .Select(days => new LocalDate(1840, 1, 1).PlusDays(days));

    [Fact]
    public void Today_follows_the_clock()
    {
        var clock = FakeClock.FromUtc(2024, 11, 3, 3, 59, 59);
        var calendar = new BusinessCalendar(clock);

        calendar.Today("America/Havana").Should().Be(new LocalDate(2024, 11, 2));
        clock.AdvanceSeconds(1);
        calendar.Today("America/Havana").Should().Be(new LocalDate(2024, 11, 3));
        clock.AdvanceHours(24);
        calendar.Today("America/Havana").Should().Be(new LocalDate(2024, 11, 3));
        clock.AdvanceHours(1);
        calendar.Today("America/Havana").Should().Be(new LocalDate(2024, 11, 4));
    }

    [Fact]
    public void A_period_lasts_from_the_start_of_its_first_day_to_the_start_of_the_day_after_its_last_day() =>
        Gen.Select(Zone, Date, Gen.Int[0, 400])
            .Sample(
                (zone, first, days) =>
                    Calendar.IntervalOf(new EffectivePeriod(first, first.PlusDays(days)), zone)
                    == new Interval(Calendar.StartOf(first, zone), Calendar.StartOf(first.PlusDays(days + 1), zone)),
                iter: 20_000
            );

    [Fact]
    public void Touching_periods_have_adjacent_intervals() =>
        Gen.Select(Zone, Date, Gen.Int[0, 40], Gen.Int[0, 40])
            .Sample(
                (zone, first, days, more) =>
                {
                    var one = new EffectivePeriod(first, first.PlusDays(days));
                    var next = new EffectivePeriod(first.PlusDays(days + 1), first.PlusDays(days + 1 + more));
                    return one.Touches(next) && Calendar.IntervalOf(one, zone).End == Calendar.IntervalOf(next, zone).Start;
                },
                iter: 20_000
            );

    [Fact]
    public void A_day_starts_before_the_next_around_every_clock_change_unless_it_is_skipped()
    {
        foreach (var (id, date) in DaysAroundChanges())
        {
            var (start, next) = (Calendar.StartOf(date, id), Calendar.StartOf(date.PlusDays(1), id));

            (start <= next && start < next == Exists(date, id)).Should().BeTrue("{0} in {1}", date, id);
        }
    }

    [Fact]
    public void A_day_starts_at_the_first_instant_with_its_date_around_every_clock_change()
    {
        foreach (var (id, date) in DaysAroundChanges().Where(d => Exists(d.Date, d.Id)))
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var start = Calendar.StartOf(date, id);

            (start.InZone(zone).Date == date && (start - Duration.Epsilon).InZone(zone).Date < date)
                .Should()
                .BeTrue("{0} in {1}", date, id);
        }
    }

    private static IEnumerable<(string Id, LocalDate Date)> DaysAroundChanges() =>
        from id in DateTimeZoneProviders.Tzdb.Ids
        from change in DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(Instant.FromUtc(1840, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0))
        where change.HasEnd
        from days in Enumerable.Range(-2, 5)
        select (id, change.End.InUtc().Date.PlusDays(days));

    // A day exists if its noon exists or if only a part of the day around noon is skipped.
    private static bool Exists(LocalDate date, string id)
    {
        var mapping = DateTimeZoneProviders.Tzdb[id].MapLocal(date.At(LocalTime.Noon));
        return mapping.Count > 0
            || mapping.EarlyInterval.IsoLocalEnd > date.AtMidnight()
            || mapping.LateInterval.IsoLocalStart < date.PlusDays(1).AtMidnight();
    }
}
