using NodaTime;

namespace Msp.Customers;

/// <summary>Dates that recur at an interval.</summary>
/// <remarks>
/// Occurrence n is the start date + n intervals, and does not depend on the previous occurrence: a monthly schedule that starts on January
/// 31st has occurrences on February 28th and on March 31st. Each period ends on the day before the next one starts. Instances are immutable
/// and thread-safe.
/// </remarks>
public sealed record Schedule
{
    /// <summary>The maximum number of units in an interval: 1,000.</summary>
    public const int MaxInterval = 1_000;

    /// <summary>Initializes a schedule.</summary>
    /// <param name="start">The date of occurrence 0, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="unit">The unit of the interval.</param>
    /// <param name="interval">The number of units in the interval, from 1 to 1,000; 1 by default.</param>
    /// <param name="until">The last day on which an occurrence may fall; null for a schedule without an end.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public Schedule(LocalDate start, ScheduleUnit unit, int interval = 1, LocalDate? until = null)
    {
        Start = SupportedDates.Demand(start, nameof(start));
        Unit = Enum.IsDefined(unit) ? unit : throw new ArgumentOutOfRangeException(nameof(unit));
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, MaxInterval);
        Interval = interval;
        Until = until is { } last ? SupportedDates.Demand(last, nameof(until)) : null;
    }

    /// <summary>The date of occurrence 0.</summary>
    public LocalDate Start { get; }

    /// <summary>The unit of the interval.</summary>
    public ScheduleUnit Unit { get; }

    /// <summary>The number of units in the interval.</summary>
    public int Interval { get; }

    /// <summary>The last day on which an occurrence may fall; null for a schedule without an end.</summary>
    public LocalDate? Until { get; }

    /// <summary>Returns the date of an occurrence, regardless of <see cref="Until"/>.</summary>
    /// <param name="n">The number of the occurrence; 0 is the start date, and negative numbers are earlier occurrences.</param>
    /// <returns>The start date + n intervals, limited to the last day of the month.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not a <see cref="SupportedDates">supported</see> date.</exception>
    public LocalDate Occurrence(int n) =>
        Find(n) ?? throw new ArgumentOutOfRangeException(nameof(n), "The date of the occurrence is not between 0001-01-01 and 9999-12-31.");

    /// <summary>Returns the period that begins with an occurrence.</summary>
    /// <param name="n">The number of the occurrence.</param>
    /// <returns>The days from the occurrence to the day before the next one, or to the last supported day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not a <see cref="SupportedDates">supported</see> date.</exception>
    public EffectivePeriod PeriodOf(int n) => new(Occurrence(n), Find(n + 1)?.PlusDays(-1) ?? SupportedDates.Last);

    /// <summary>Returns the number of the occurrence whose period contains a date.</summary>
    /// <param name="date">The date, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The number of the last occurrence on or before the date; negative before the start date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is before the first occurrence that is a supported date.</exception>
    public int NumberOn(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        var n = Guess(date);
        while (Find(n) is { } occurrence && occurrence > date)
        {
            n--;
        }

        return Find(n) is null
            ? throw new ArgumentOutOfRangeException(nameof(date), "The date is before the schedule's first supported occurrence.")
            : n;
    }

    /// <summary>Returns the occurrences from the start date up to and including a date, and not after <see cref="Until"/>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The dates in order, starting with occurrence 0; empty when the date is before the start date.</returns>
    public IEnumerable<LocalDate> OccurrencesThrough(LocalDate date)
    {
        for (var n = 0; Find(n) is { } occurrence && occurrence <= date && !(Until < occurrence); n++)
        {
            yield return occurrence;
        }
    }

    /// <summary>Returns the first occurrence after a date. It is not before the start date and not after <see cref="Until"/>.</summary>
    /// <param name="date">The date, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The date of the occurrence, or null when there is no further occurrence.</returns>
    public LocalDate? NextAfter(LocalDate date)
    {
        var next = date < Start ? Start : Find(NumberOn(date) + 1);
        return Until < next ? null : next;
    }

    // Returns the date of an occurrence; null when it is not a supported date.
    internal LocalDate? Find(int n)
    {
        var units = (long)n * Interval;
        var days = Unit switch
        {
            ScheduleUnit.Day => units,
            ScheduleUnit.Week => units * 7,
            _ => 0,
        };
        var months = Unit switch
        {
            ScheduleUnit.Month => units,
            ScheduleUnit.Quarter => units * 3,
            ScheduleUnit.HalfYear => units * 6,
            ScheduleUnit.Year => units * 12,
            _ => 0,
        };
        if (months != 0)
        {
            var month = ((Start.Year - 1) * 12L) + Start.Month - 1 + months;
            return month is >= 0 and < 9999 * 12 ? Start.PlusMonths((int)months) : null;
        }

        return days <= Period.DaysBetween(Start, SupportedDates.Last) && days >= Period.DaysBetween(Start, SupportedDates.First)
            ? Start.PlusDays((int)days)
            : null;
    }

    // Returns the number, or about one more: division rounds towards zero, and an occurrence limited to the end of its month can come
    // later.
    private int Guess(LocalDate date) =>
        Unit switch
        {
            ScheduleUnit.Day => Period.DaysBetween(Start, date) / Interval,
            ScheduleUnit.Week => Period.DaysBetween(Start, date) / (7 * Interval),
            _ => (((date.Year - Start.Year) * 12) + date.Month - Start.Month)
                / (
                    Interval
                    * Unit switch
                    {
                        ScheduleUnit.Month => 1,
                        ScheduleUnit.Quarter => 3,
                        ScheduleUnit.HalfYear => 6,
                        _ => 12,
                    }
                ),
        };
}
