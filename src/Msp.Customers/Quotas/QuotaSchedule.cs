using NodaTime;

namespace Msp.Customers;

/// <summary>A schedule of a recurring quota. <see cref="Customer.Renew"/> creates one quota for each occurrence that is due.</summary>
/// <remarks>
/// Each quota lasts from its occurrence to the day before the next, and is created once. A change of the schedule affects only quotas that
/// are created later. A schedule with changed dates continues on the day after the last quota it created.
/// </remarks>
public sealed class QuotaSchedule
{
    private bool isUnlimited;
    private Credits credits;

    internal QuotaSchedule(int number, QuotaScheduleDraft draft)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(draft));
        Number = number;
        Change(draft);
    }

    private QuotaSchedule() { }

    /// <summary>The schedule's number within its customer, from 1. It never changes and is never used again.</summary>
    public int Number { get; private set; }

    /// <summary>The dates on which the quotas start.</summary>
    public Schedule Dates { get; private set; } = null!;

    /// <summary>The amount that the first quota allows.</summary>
    public QuotaLimit InitialLimit => isUnlimited ? QuotaLimit.Unlimited : QuotaLimit.Of(credits);

    /// <summary>
    /// The number of credits by which each quota exceeds the previous one: occurrence n allows the credits + n increments. Unlimited quotas
    /// ignore it.
    /// </summary>
    public Credits Increment { get; private set; }

    /// <summary>The priority of the quotas.</summary>
    public int Priority { get; private set; }

    /// <summary>The terms of the carry-over from each quota to the next; null for no carry-over.</summary>
    public CarryOverTerms? CarryOver { get; private set; }

    /// <summary>The number of the first occurrence that is neither created nor skipped, counted from 0.</summary>
    public int NextOccurrence { get; private set; }

    /// <summary>The day on which the next quota is due; null when the schedule has no further quota.</summary>
    /// <remarks>
    /// This day is the first occurrence that is neither created nor skipped, or an earlier day after a change of the dates.
    /// </remarks>
    public LocalDate? NextRenewal { get; private set; }

    /// <summary>
    /// The number of the last created quota, from which the next one carries over; null when there is no such quota. When that quota was
    /// removed, nothing is carried over.
    /// </summary>
    public int? LastQuota { get; private set; }

    /// <summary>Returns the schedule as a draft, which is the starting point of an edit.</summary>
    /// <returns>A new draft with the schedule's number.</returns>
    public QuotaScheduleDraft ToDraft() =>
        new()
        {
            Number = Number,
            Start = Dates.Start,
            Unit = Dates.Unit,
            Interval = Dates.Interval,
            Until = Dates.Until,
            Credits = InitialLimit.Credits?.Amount,
            Unlimited = isUnlimited,
            Increment = Increment.Amount,
            Priority = Priority,
            CarryOver = CarryOver?.ToDraft(),
            NextOccurrence = NextOccurrence,
            NextRenewal = IsBetween ? NextRenewal : null,
            LastQuota = LastQuota,
        };

    /// <summary>Returns number, limit and dates, such as <c>#1 100 from 2026-01-01 every 1 Month</c>.</summary>
    public override string ToString() =>
        $"#{Number} {InitialLimit} from {NodaTime.Text.LocalDatePattern.Iso.Format(Dates.Start)} every {Dates.Interval} {Dates.Unit}";

    // Whether the next quota starts between two occurrences.
    private bool IsBetween => NextRenewal is { } next && next != Dates.Find(NextOccurrence);

    // The quotas that are due up to a date, each with the number of the occurrence after it.
    internal IEnumerable<(LocalDate Date, int Next, QuotaDraft Quota)> DueThrough(LocalDate date)
    {
        if (NextRenewal > date)
        {
            yield break;
        }

        if (IsBetween)
        {
            yield return (NextRenewal!.Value, NextOccurrence, QuotaBetween(NextRenewal.Value));
        }

        for (var n = NextOccurrence; Dates.Find(n) is { } start && start <= date && !(Dates.Until < start); n++)
        {
            yield return (start, n + 1, QuotaOf(n));
        }
    }

    // The next quota as a renewal creates it; null when the schedule has no further quota.
    internal QuotaDraft? NextQuota => NextRenewal is { } day ? DueThrough(day).First().Quota : null;

    // Whether a quota has the period of a past occurrence, or lasts until an occurrence, as the first quota after a change of the dates
    // does.
    internal bool HasCreated(CreditQuota quota) =>
        (OccurrenceOn(quota.EffectiveDate) is { } n && n < NextOccurrence && Dates.PeriodOf(n) == quota.Period)
        || (
            quota.Number <= LastQuota
            && quota.EndDate is { } end
            && end < SupportedDates.Last
            && OccurrenceOn(end.PlusDays(1)) is { } next
            && next <= NextOccurrence
        );

    // Continues on a day, the day after the last created quota, with the new dates. The day is null when no supported day is left.
    internal void ContinueFrom(LocalDate? day)
    {
        var from = day ?? SupportedDates.Last;
        var n = from <= Dates.Start ? 0 : Dates.NumberOn(from);
        NextOccurrence = day is null || Dates.Find(n) < from ? n + 1 : n;
        NextRenewal = RenewalOn(day);
    }

    // The number of the occurrence on a date; null when no occurrence falls on it.
    private int? OccurrenceOn(LocalDate date) => date >= Dates.Start && Dates.NumberOn(date) is var n && Dates.Find(n) == date ? n : null;

    // The day, or the next occurrence when that is not later.
    private LocalDate? RenewalOn(LocalDate? day)
    {
        var next = Dates.Find(NextOccurrence);
        next = day is null || next <= day ? next : day;
        return Dates.Until < next ? null : next;
    }

    private QuotaDraft QuotaOf(int n) => Quota(Dates.PeriodOf(n), MicrosOf(n));

    // The quota from a day up to the next occurrence, with the credits of these days under the current dates.
    private QuotaDraft QuotaBetween(LocalDate day)
    {
        var n = NextOccurrence - 1;
        Int128 micros = 0;
        for (; Dates.Find(n) > day; n--)
        {
            micros += MicrosOf(n);
        }

        if (Dates.Find(n) is null)
        {
            micros += MicrosOf(n);
        }
        else
        {
            var period = Dates.PeriodOf(n);
            micros += Credits.Share(MicrosOf(n), new EffectivePeriod(day, period.EndDate), period);
        }

        return Quota(new EffectivePeriod(day, Dates.Find(NextOccurrence)?.PlusDays(-1) ?? SupportedDates.Last), micros);
    }

    // Days before the start date have the credits of the first quota.
    private Int128 MicrosOf(int n) => credits.Micros + ((Int128)Math.Max(n, 0) * Increment.Micros);

    private QuotaDraft Quota(EffectivePeriod period, Int128 micros) =>
        new()
        {
            Credits = isUnlimited ? null : (decimal)micros / Credits.Scale,
            Unlimited = isUnlimited,
            EffectiveDate = period.EffectiveDate,
            EndDate = period.EndDate,
            Priority = Priority,
        };

    internal void Change(QuotaScheduleDraft draft)
    {
        if (draft.Unlimited == draft.Credits.HasValue)
        {
            throw new ArgumentException("The schedule must either have credits or be unlimited.", nameof(draft));
        }

        if (draft.Credits == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(draft), "The credits must be greater than zero.");
        }

        if (draft.Until < draft.Start)
        {
            throw new ArgumentException("The last day must not be before the start date.", nameof(draft));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(draft.NextOccurrence ?? 0, nameof(draft));

        // All values are read before any is stored, so that an invalid draft changes nothing.
        var dates = new Schedule(
            draft.Start ?? throw new ArgumentException("The schedule must have a start date.", nameof(draft)),
            draft.Unit ?? throw new ArgumentException("The schedule must have a unit.", nameof(draft)),
            draft.Interval,
            draft.Until
        );
        var (amount, increment) = (Credits.Of(draft.Credits ?? 0), Credits.Of(draft.Increment));
        var carryOver = draft.CarryOver is { } terms ? CarryOverTerms.Of(terms) : null;
        (credits, isUnlimited, Increment, Priority) = (amount, draft.Unlimited, increment, draft.Priority);
        var renewal = IsBetween ? NextRenewal : null;
        if (draft.NextOccurrence is { } next)
        {
            (NextOccurrence, renewal, LastQuota) = (next, draft.NextRenewal, draft.LastQuota);
        }

        // An equal value keeps its object, so that a unit of work detects whether it changed.
        Dates = dates == Dates ? Dates : dates;
        CarryOver = carryOver == CarryOver ? CarryOver : carryOver;
        NextRenewal = RenewalOn(renewal);
    }
}
