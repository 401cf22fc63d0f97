using NodaTime;
using NodaTime.TimeZones;

namespace Msp.Customers.Calendars;

/// <summary>
/// The one place where dates and instants meet. The zone is the one named (a customer's), else the calendar's own.
/// A day runs from its start to the start of the next day. Where midnight does not exist it starts at the first instant that does;
/// where midnight happens twice it starts at the earlier; a day the zone skipped is empty.
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
    /// <param name="zones">The zone database; NodaTime's own by default.</param>
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
    /// <returns>The date that clocks in the zone show at the instant.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public LocalDate DateOf(Instant instant, string? zoneId = null) => instant.InZone(Zone(zoneId)).Date;

    /// <summary>The first instant of a day.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>The earliest instant at which clocks in the zone show the date, or, for a skipped day, the first instant after it.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public Instant StartOf(LocalDate date, string? zoneId = null) =>
        Zone(zoneId).AtStartOfDay(SupportedDates.Demand(date, nameof(date))).ToInstant();

    /// <summary>The instants of a period: from the start of its effective date to the start of the day after its end date, that instant excluded.</summary>
    /// <param name="period">The period.</param>
    /// <param name="zoneId">A customer's zone; null for the calendar's own.</param>
    /// <returns>An interval without an end for an open period, and for one that ends on the last supported day, which has no next.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database has no such zone.</exception>
    public Interval IntervalOf(EffectivePeriod period, string? zoneId = null) => new(
        StartOf(period.EffectiveDate, zoneId),
        period.EndDate is { } end && end < SupportedDates.Last ? StartOf(end.PlusDays(1), zoneId) : null);

    private DateTimeZone Zone(string? zoneId) => zoneId is null ? zone : zones[zoneId];
}
