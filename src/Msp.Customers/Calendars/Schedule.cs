using NodaTime;

namespace Msp.Customers;

/// <summary>
/// Dates that recur. Occurrence n is the start date + n intervals, never the occurrence before + one interval: a schedule anchored on January 31st falls on
/// February 28th and again on March 31st. Its periods tile: each ends on the day before the next begins. Immutable and safe to share.
/// </summary>
public sealed record Schedule
{
    /// <summary>The most units that make an interval: 1,000.</summary>
    public const int MaxInterval = 1_000;

    /// <summary>Makes a schedule.</summary>
    /// <param name="start">Occurrence 0; a <see cref="SupportedDates">supported</see> date.</param>
    /// <param name="unit">The unit of the interval.</param>
    /// <param name="interval">How many units make the interval; 1 by default, at most 1,000.</param>
    /// <param name="until">The last day on which an occurrence may fall; null for a schedule without an end.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not of its range.</exception>
    public Schedule(LocalDate start, ScheduleUnit unit, int interval = 1, LocalDate? until = null)
    {
        Start = SupportedDates.Demand(start, nameof(start));
        Unit = Enum.IsDefined(unit) ? unit : throw new ArgumentOutOfRangeException(nameof(unit));
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(interval, MaxInterval);
        Interval = interval;
        Until = until is { } last ? SupportedDates.Demand(last, nameof(until)) : null;
    }

    /// <summary>Occurrence 0.</summary>
    public LocalDate Start { get; }

    /// <summary>The unit of the interval.</summary>
    public ScheduleUnit Unit { get; }

    /// <summary>How many units make the interval.</summary>
    public int Interval { get; }

    /// <summary>The last day on which an occurrence may fall; null for a schedule without an end.</summary>
    public LocalDate? Until { get; }

    /// <summary>The date of an occurrence, whatever <see cref="Until"/> says.</summary>
    /// <param name="n">Its number; 0 is the start date, negative numbers come before it.</param>
    /// <returns>The anchor + n intervals, clamped to the end of the month.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date would not be a <see cref="SupportedDates">supported</see> one.</exception>
    public LocalDate Occurrence(int n) =>
        Find(n) ?? throw new ArgumentOutOfRangeException(nameof(n), "The occurrence is not between 0001-01-01 and 9999-12-31.");

    /// <summary>The period that begins with an occurrence.</summary>
    /// <param name="n">The occurrence's number.</param>
    /// <returns>From the occurrence to the day before the next, or to the last supported day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date would not be a <see cref="SupportedDates">supported</see> one.</exception>
    public EffectivePeriod PeriodOf(int n) => new(Occurrence(n), Find(n + 1)?.PlusDays(-1) ?? SupportedDates.Last);

    /// <summary>The number of the occurrence whose period holds a date.</summary>
    /// <param name="date">A <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The last n whose occurrence is on or before the date; negative before the start date.</returns>
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

    /// <summary>The occurrences from the start date up to a date, both included, and not after <see cref="Until"/>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The dates in order, the first being occurrence 0; empty when the date is before the start date.</returns>
    public IEnumerable<LocalDate> OccurrencesThrough(LocalDate date)
    {
        for (var n = 0; Find(n) is { } occurrence && occurrence <= date && !(Until < occurrence); n++)
        {
            yield return occurrence;
        }
    }

    /// <summary>The first occurrence after a date, from the start date on and not after <see cref="Until"/>.</summary>
    /// <param name="date">A <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>Null when there is none.</returns>
    public LocalDate? NextAfter(LocalDate date)
    {
        var next = date < Start ? Start : Find(NumberOn(date) + 1);
        return Until < next ? null : next;
    }

    // The date of an occurrence; null where it would leave the supported ones.
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

    // The answer, or one interval or so above it: what is left over is cut off towards the start date, and a clamped date may come later in its month.
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
