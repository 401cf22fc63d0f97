using NodaTime;
using NodaTime.TimeZones;

namespace Msp.Customers;

/// <summary>
/// Converts between dates and instants in a customer's time zone, or in the calendar's own zone when the customer has none.
/// </summary>
/// <remarks>
/// A day lasts from its start to the start of the next day, so that days have no gaps between them. When midnight does not exist, the day
/// starts at the first instant after the gap. When midnight occurs twice, the day starts at the earlier one, and continues when clocks go
/// back over midnight. A day that the zone skipped is empty. Instances are immutable and thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var calendar = new BusinessCalendar(SystemClock.Instance, "Europe/Berlin");
/// LocalDate today = calendar.Today();
/// LocalDate todayInNewYork = calendar.Today("America/New_York");
/// Interval january = calendar.IntervalOf(new EffectivePeriod(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31)));
/// </code>
/// </example>
public sealed class BusinessCalendar
{
    private readonly IClock clock;
    private readonly IDateTimeZoneProvider zones;
    private readonly DateTimeZone zone;

    /// <summary>Initializes a calendar.</summary>
    /// <param name="clock">The clock that provides the current instant; in tests, a clock with a fixed instant.</param>
    /// <param name="zoneId">The IANA time zone for customers without a time zone; UTC by default.</param>
    /// <param name="zones">
    /// The time zone database; that of NodaTime by default. It must contain all zones of the default database, which drafts of customers
    /// can name.
    /// </param>
    /// <exception cref="DateTimeZoneNotFoundException">The database does not contain the zone.</exception>
    public BusinessCalendar(IClock clock, string zoneId = "UTC", IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(zoneId);
        this.clock = clock;
        this.zones = zones ?? DateTimeZoneProviders.Tzdb;
        zone = this.zones[zoneId];
    }

    /// <summary>The IANA id of the calendar's own time zone.</summary>
    public string ZoneId => zone.Id;

    /// <summary>The current instant of the calendar's clock.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Returns today's date.</summary>
    /// <param name="zoneId">The time zone of a customer; null for the calendar's own zone.</param>
    /// <returns>The current date of the calendar's clock in the zone.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database does not contain the zone.</exception>
    public LocalDate Today(string? zoneId = null) => DateOf(Now, zoneId);

    /// <summary>Returns the date of an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zoneId">The time zone of a customer; null for the calendar's own zone.</param>
    /// <returns>
    /// The day that contains the instant: the local date in the zone, or the day after it when clocks went back over a midnight that had
    /// passed.
    /// </returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database does not contain the zone.</exception>
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

    /// <summary>Returns the first instant of a day.</summary>
    /// <param name="date">The day, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="zoneId">The time zone of a customer; null for the calendar's own zone.</param>
    /// <returns>
    /// The earliest midnight of the date. When midnight does not exist, the first instant after the gap, which for a skipped day is the
    /// start of the next day.
    /// </returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database does not contain the zone.</exception>
    public Instant StartOf(LocalDate date, string? zoneId = null) => StartOf(SupportedDates.Demand(date, nameof(date)), Zone(zoneId));

    /// <summary>
    /// Returns the interval of a period: from the start of its effective date to the start of the day after its end date, which is
    /// excluded.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="zoneId">The time zone of a customer; null for the calendar's own zone.</param>
    /// <returns>The interval. It has no end for an open period and for a period that ends on the last supported day.</returns>
    /// <exception cref="DateTimeZoneNotFoundException">The database does not contain the zone.</exception>
    public Interval IntervalOf(EffectivePeriod period, string? zoneId = null) =>
        new(
            StartOf(period.EffectiveDate, zoneId),
            period.EndDate is { } end && end < SupportedDates.Last ? StartOf(end.PlusDays(1), zoneId) : null
        );

    // DateTimeZone.AtStartOfDay throws for a day that the zone skipped.
    private static Instant StartOf(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    private DateTimeZone Zone(string? zoneId) => zoneId is null ? zone : zones[zoneId];
}
