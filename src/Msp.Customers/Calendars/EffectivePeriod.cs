using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>The days on which something is usable, from the effective date to the end date. Both dates are usable days.</summary>
/// <remarks>
/// A period with the same two dates has one day. A period without an end date is open. A period that ends on a day and one that starts on
/// the next day touch: they neither overlap nor leave a gap.
/// </remarks>
/// <example>
/// <code>
/// var january = new EffectivePeriod(new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 31));
/// Console.WriteLine(january.Days);                                       // 31
/// Console.WriteLine(january.Contains(new LocalDate(2026, 1, 31)));       // True
/// Console.WriteLine(january.StateOn(new LocalDate(2026, 2, 1)));         // Ended
/// Console.WriteLine(january.DaysLeftOn(new LocalDate(2026, 1, 30)));     // 2
/// </code>
/// </example>
public readonly record struct EffectivePeriod
{
    private readonly LocalDate effectiveDate;

    /// <summary>Initializes a period.</summary>
    /// <param name="effectiveDate">The first usable day.</param>
    /// <param name="endDate">The last usable day; null for an open period.</param>
    /// <exception cref="ArgumentException">The end date is before the effective date.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is not a <see cref="SupportedDates">supported</see> date.</exception>
    public EffectivePeriod(LocalDate effectiveDate, LocalDate? endDate = null)
    {
        this.effectiveDate = SupportedDates.Demand(effectiveDate, nameof(effectiveDate));
        if (endDate is { } end && SupportedDates.Demand(end, nameof(endDate)) < effectiveDate)
        {
            throw new ArgumentException("The end date must not be before the effective date.", nameof(endDate));
        }

        EndDate = endDate;
    }

    /// <summary>The first usable day.</summary>
    public LocalDate EffectiveDate => effectiveDate;

    /// <summary>The last usable day; null for an open period.</summary>
    public LocalDate? EndDate { get; }

    /// <summary>Whether the period has no end date.</summary>
    public bool IsOpen => EndDate is null;

    /// <summary>The number of usable days, which is 1 when both dates are the same; null for an open period.</summary>
    public int? Days => EndDate is { } end ? Period.DaysBetween(effectiveDate, end) + 1 : null;

    /// <summary>Returns whether a date is a usable day.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True on the effective date, on the end date and between them.</returns>
    public bool Contains(LocalDate date) => effectiveDate <= date && !(EndDate < date);

    /// <summary>Returns the state of the period on a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>
    /// <see cref="PeriodState.NotStarted"/> before the effective date, <see cref="PeriodState.Ended"/> after the end date,
    /// <see cref="PeriodState.InForce"/> otherwise.
    /// </returns>
    public PeriodState StateOn(LocalDate date) =>
        date < effectiveDate ? PeriodState.NotStarted
        : EndDate < date ? PeriodState.Ended
        : PeriodState.InForce;

    /// <summary>Returns whether the two periods share a usable day.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>True when they share a day; false for periods that only touch.</returns>
    public bool Overlaps(EffectivePeriod other) => !(EndDate < other.effectiveDate) && !(other.EndDate < effectiveDate);

    /// <summary>Returns whether the other period starts on the day after this one ends.</summary>
    /// <param name="next">The later period.</param>
    /// <returns>True when the periods touch. Always false for an open period.</returns>
    public bool Touches(EffectivePeriod next) => EndDate is { } end && end < SupportedDates.Last && end.PlusDays(1) == next.effectiveDate;

    /// <summary>Returns the number of usable days that are left on a date, including the date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>1 on the end date, 0 after it, and all days of the period before the effective date. Null for an open period.</returns>
    public int? DaysLeftOn(LocalDate date)
    {
        if (EndDate is not { } end)
        {
            return null;
        }

        var from = date < effectiveDate ? effectiveDate : date;
        return from > end ? 0 : Period.DaysBetween(from, end) + 1;
    }

    /// <summary>
    /// Returns the two dates as ISO text, such as <c>2026-01-01..2026-12-31</c>, or <c>2026-01-01..</c> for an open period.
    /// </summary>
    public override string ToString() => $"{LocalDatePattern.Iso.Format(effectiveDate)}..{EndText}";

    internal string EndText => EndDate is { } end ? LocalDatePattern.Iso.Format(end) : "";
}
