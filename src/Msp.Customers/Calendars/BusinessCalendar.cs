using NodaTime;
using NodaTime.TimeZones;

namespace Msp.Customers;

/// <summary>
/// The one place where dates and instants meet. The zone is the one named (a customer's), else the calendar's own.
/// A day runs from its start to the start of the next day, so that days tile the time line. Where midnight does not exist it starts at the first
/// instant after; where midnight happens twice it starts at the earlier, and a day that has begun goes on when clocks go back over midnight;
/// a day the zone skipped is empty.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly IClock clock;
    private readonly IDateTimeZoneProvider zones;
    private readonly DateTimeZone zone;

    /// <summary>Makes a calendar.</summary>
    /// <param name="clock">Where "now" comes from; in tests, a clock that stands where the test wants it.</param>
    /// <param name="zoneId">The IANA zone of whoever names none; UTC by default.</param>
    /// <param name="zones">The zone database; NodaTime's own by default. It has at least the zones of that one, which the drafts of customers may name.</param>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public BusinessCalendar(IClock clock, string zoneId = "UTC", IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(zoneId);
        this.clock = clock;
        this.zones = zones ?? DateTimeZoneProviders.Tzdb;
        zone = this.zones[zoneId];
    }

    /// <summary>The IANA id of the calendar's own zone.</summary>
    public string ZoneId => zone.Id;

    /// <summary>The current instant of the calendar's clock.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Today's date.</summary>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>The date that the calendar's clock shows in the zone.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public LocalDate Today(string? zoneId = null) => DateOf(Now, zoneId);

    /// <summary>The date of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>The day that the instant is in: the date that clocks in the zone show, or the one after where clocks went back over a midnight that had passed.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public LocalDate DateOf(Instant instant, string? zoneId = null)
    {
        var zoneOf = Zone(zoneId);
        var date = instant.InZone(zoneOf).Date;
        while (date < SupportedDates.Last && StartOf(date.PlusDays(1), zoneOf) <= instant)
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>The first instant of a day.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>The earliest midnight of the date; where it has none, the first instant after the gap, which for a skipped day is the next day's start.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public Instant StartOf(LocalDate date, string? zoneId = null) => StartOf(SupportedDates.Demand(date, nameof(date)), Zone(zoneId));

    /// <summary>The instants of a period: from the start of its effective date to the start of the day after its end date, that instant excluded.</summary>
    /// <param name="period">The period.</param>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>An interval without an end for an open period, and for one that ends on the last supported day, which has no next.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public Interval IntervalOf(EffectivePeriod period, string? zoneId = null) =>
        new(
            StartOf(period.EffectiveDate, zoneId),
            period.EndDate is { } end && end < SupportedDates.Last ? StartOf(end.PlusDays(1), zoneId) : null
        );

    // DateTimeZone.AtStartOfDay throws for a day that a zone skipped; the mapping behind it answers for every day.
    private static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    private DateTimeZone Zone(string? zoneId) => zoneId is null ? zone : zones[zoneId];
}
