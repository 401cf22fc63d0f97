using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A quota that recurs. <see cref="Customer.Renew"/> makes one for each occurrence that is due, from it to the day before the next, and each once.
/// A quota once made stands for itself: changing the schedule changes those to come. One whose dates are changed goes on from the day after the last quota it made.
/// </summary>
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

    /// <summary>The schedule's number within its customer, from 1; it never changes and is never given again.</summary>
    public int Number { get; private set; }

    /// <summary>When the quotas start.</summary>
    public Schedule Dates { get; private set; } = null!;

    /// <summary>How much the first quota allows.</summary>
    public QuotaLimit Limit => isUnlimited ? QuotaLimit.Unlimited : QuotaLimit.Of(credits);

    /// <summary>By how much each quota allows more than the one before: occurrence n allows the credits + n increments. Of no meaning for quotas without a limit.</summary>
    public Credits Increment { get; private set; }

    /// <summary>The priority of the quotas.</summary>
    public int Priority { get; private set; }

    /// <summary>How much each quota takes over of the one before it; null for nothing.</summary>
    public CarryOverTerms? CarryOver { get; private set; }

    /// <summary>The number of the first occurrence that is neither made nor skipped, counted from 0.</summary>
    public int NextOccurrence { get; private set; }

    /// <summary>
    /// The day on which the next quota is due: the first occurrence that is neither made nor skipped, or an earlier day after a change of the dates. Null when the schedule
    /// has none left.
    /// </summary>
    public LocalDate? NextRenewal { get; private set; }

    /// <summary>The number of the quota made last, from which the next carries over; null for none. That quota may have been taken away since: then nothing is carried over.</summary>
    public int? LastQuota { get; private set; }

    /// <summary>The schedule as the starting point of an edit.</summary>
    /// <returns>A new draft with the schedule's number.</returns>
    public QuotaScheduleDraft ToDraft() =>
        new()
        {
            Number = Number,
            Start = Dates.Start,
            Unit = Dates.Unit,
            Interval = Dates.Interval,
            Until = Dates.Until,
            Credits = Limit.Credits?.Amount,
            Unlimited = isUnlimited,
            Increment = Increment.Amount,
            Priority = Priority,
            CarryOver = CarryOver?.ToDraft(),
            NextOccurrence = NextOccurrence,
            NextRenewal = IsBetween ? NextRenewal : null,
            LastQuota = LastQuota,
        };

    /// <summary>Number, limit and dates: <c>#1 100 from 2026-01-01 every 1 Month</c>.</summary>
    public override string ToString() =>
        $"#{Number} {Limit} from {NodaTime.Text.LocalDatePattern.Iso.Format(Dates.Start)} every {Dates.Interval} {Dates.Unit}";

    // The next quota starts before its occurrence.
    private bool IsBetween => NextRenewal is { } next && next != Dates.Find(NextOccurrence);

    // The quotas that are due up to a date, each with the number of the next occurrence once it is made.
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

    // As a renewal makes it; null when the schedule has none left.
    internal QuotaDraft? NextQuota => NextRenewal is { } day ? DueThrough(day).First().Quota : null;

    // Whether a quota has the period of one of its occurrences that are past, or lasts up to one as the first after a change of the dates does.
    internal bool HasMade(CreditQuota quota) =>
        (OccurrenceOn(quota.EffectiveDate) is { } n && n < NextOccurrence && Dates.PeriodOf(n) == quota.Period)
        || (
            quota.Number <= LastQuota
            && quota.EndDate is { } end
            && end < SupportedDates.Last
            && OccurrenceOn(end.PlusDays(1)) is { } next
            && next <= NextOccurrence
        );

    // Goes on from a day, the one after the last quota made, in new dates. Null where no day is left.
    internal void GoOnFrom(LocalDate? day)
    {
        var from = day ?? SupportedDates.Last;
        var n = from <= Dates.Start ? 0 : Dates.NumberOn(from);
        NextOccurrence = day is null || Dates.Find(n) < from ? n + 1 : n;
        NextRenewal = Upcoming(day);
    }

    // The number of the occurrence on a date; null for a date that is none.
    private int? OccurrenceOn(LocalDate date) => date >= Dates.Start && Dates.NumberOn(date) is var n && Dates.Find(n) == date ? n : null;

    // A day before the next occurrence, or the occurrence.
    private LocalDate? Upcoming(LocalDate? day)
    {
        var next = Dates.Find(NextOccurrence);
        next = day is null || next <= day ? next : day;
        return Dates.Until < next ? null : next;
    }

    private QuotaDraft QuotaOf(int n) => Quota(Dates.PeriodOf(n), MicrosOf(n));

    // From a day up to the next occurrence, with the credits that these days have in the dates as they are now.
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

    // Of the days before the start date, as of the first quota.
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
            throw new ArgumentException("The quotas have credits or are unlimited.", nameof(draft));
        }

        if (draft.Credits == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(draft), "The quotas' credits are more than zero.");
        }

        if (draft.Until < draft.Start)
        {
            throw new ArgumentException("A schedule does not end before it starts.", nameof(draft));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(draft.NextOccurrence ?? 0, nameof(draft));

        // All is read before anything is taken, so that what is refused changes nothing.
        var dates = new Schedule(
            draft.Start ?? throw new ArgumentException("A schedule has a start date.", nameof(draft)),
            draft.Unit ?? throw new ArgumentException("A schedule has a unit.", nameof(draft)),
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

        // What is the same stays the same object, so that a unit of work sees whether it changed.
        Dates = dates == Dates ? Dates : dates;
        CarryOver = carryOver == CarryOver ? CarryOver : carryOver;
        NextRenewal = Upcoming(renewal);
    }
}
