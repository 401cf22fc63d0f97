using NodaTime;
using NodaTime.Text;

namespace Msp.Customers;

/// <summary>
/// The days on which something is usable: from the effective date to the end date, both of them usable days.
/// The same two dates make one day. Without an end date the period is open.
/// A period that ends on a day and one that starts on the next touch: they neither overlap nor leave a gap.
/// </summary>
public readonly record struct EffectivePeriod
{
    private readonly LocalDate effectiveDate;

    /// <summary>Makes a period.</summary>
    /// <param name="effectiveDate">The first usable day.</param>
    /// <param name="endDate">The last usable day; null for an open period.</param>
    /// <exception cref="ArgumentException">The end date is before the effective date.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is not a <see cref="SupportedDates">supported</see> one.</exception>
    public EffectivePeriod(LocalDate effectiveDate, LocalDate? endDate = null)
    {
        this.effectiveDate = SupportedDates.Demand(effectiveDate, nameof(effectiveDate));
        if (endDate is { } end && SupportedDates.Demand(end, nameof(endDate)) < effectiveDate)
        {
            throw new ArgumentException("A period does not end before its effective date.", nameof(endDate));
        }

        EndDate = endDate;
    }

    /// <summary>The first usable day.</summary>
    public LocalDate EffectiveDate => effectiveDate;

    /// <summary>The last usable day; null for an open period.</summary>
    public LocalDate? EndDate { get; }

    /// <summary>Whether the period has no end date.</summary>
    public bool IsOpen => EndDate is null;

    /// <summary>The number of usable days; null for an open period. The same two dates count as one.</summary>
    public int? Days => EndDate is { } end ? Period.DaysBetween(effectiveDate, end) + 1 : null;

    /// <summary>Whether a date is a usable day. The one predicate behind states, timelines and queries.</summary>
    /// <param name="date">The date asked about.</param>
    /// <returns>True on the effective date, on the end date and between them.</returns>
    public bool Contains(LocalDate date) => effectiveDate <= date && !(EndDate < date);

    /// <summary>Where the period stands on a date.</summary>
    /// <param name="date">The date asked about.</param>
    /// <returns>Not started before the effective date, ended after the end date, in force otherwise.</returns>
    public PeriodState StateOn(LocalDate date) =>
        date < effectiveDate ? PeriodState.NotStarted
        : EndDate < date ? PeriodState.Ended
        : PeriodState.InForce;

    /// <summary>Whether the two periods share a usable day.</summary>
    /// <param name="other">Another period.</param>
    /// <returns>False for periods that only touch.</returns>
    public bool Overlaps(EffectivePeriod other) => !(EndDate < other.effectiveDate) && !(other.EndDate < effectiveDate);

    /// <summary>Whether the other period starts on the day after this one ends.</summary>
    /// <param name="next">The later period.</param>
    /// <returns>False for an open period, which nothing follows.</returns>
    public bool Touches(EffectivePeriod next) => EndDate is { } end && end < SupportedDates.Last && end.PlusDays(1) == next.effectiveDate;

    /// <summary>How many more days the period is usable, counting the date itself.</summary>
    /// <param name="date">The date asked about.</param>
    /// <returns>1 on the end date, 0 after it, null for an open period. Before the effective date, all of the period's days.</returns>
    public int? DaysLeftOn(LocalDate date)
    {
        if (EndDate is not { } end)
        {
            return null;
        }

        var from = date < effectiveDate ? effectiveDate : date;
        return from > end ? 0 : Period.DaysBetween(from, end) + 1;
    }

    /// <summary>The two dates as ISO text, <c>2026-01-01..2026-12-31</c>, or <c>2026-01-01..</c> for an open period.</summary>
    public override string ToString() => $"{LocalDatePattern.Iso.Format(effectiveDate)}..{EndText}";

    internal string EndText => EndDate is { } end ? LocalDatePattern.Iso.Format(end) : "";
}
