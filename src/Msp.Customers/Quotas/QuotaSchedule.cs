using Msp.Customers.Calendars;
using NodaTime;

namespace Msp.Customers.Quotas;

/// <summary>
/// A quota that recurs. <see cref="Customer.Renew"/> makes one for each occurrence that is due, from it to the day before the next, and each once.
/// A quota once made stands for itself: changing the schedule changes those to come.
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

    /// <summary>The day on which the next quota is due: the first occurrence that is neither made nor skipped. Null when the schedule has none left.</summary>
    public LocalDate? NextRenewal { get; private set; }

    /// <summary>The number of the quota made last, from which the next carries over; null for none. That quota may have been taken away since: then nothing is carried over.</summary>
    public int? LastQuota { get; private set; }

    /// <summary>The schedule as the starting point of an edit.</summary>
    /// <returns>A new draft with the schedule's number.</returns>
    public QuotaScheduleDraft ToDraft() =>
        new()
        {
            Number = Number,
            Anchor = Dates.Anchor,
            Unit = Dates.Unit,
            Every = Dates.Every,
            Until = Dates.Until,
            Credits = Limit.Credits?.Amount,
            Unlimited = isUnlimited,
            Increment = Increment.Amount,
            Priority = Priority,
            CarryOver = CarryOver?.ToDraft(),
            NextOccurrence = NextOccurrence,
            LastQuota = LastQuota,
        };

    /// <summary>Number, limit and dates: <c>#1 100 from 2026-01-01 every 1 Month</c>.</summary>
    public override string ToString() =>
        $"#{Number} {Limit} from {NodaTime.Text.LocalDatePattern.Iso.Format(Dates.Anchor)} every {Dates.Every} {Dates.Unit}";

    // The occurrences that are neither made nor skipped, up to a date.
    internal IEnumerable<(int N, LocalDate Date)> DueThrough(LocalDate date)
    {
        for (var n = NextOccurrence; Dates.Find(n) is { } start && start <= date && !(Dates.Until < start); n++)
        {
            yield return (n, start);
        }
    }

    // Whether one of its occurrences that are past has that period.
    internal bool HasMade(EffectivePeriod period) =>
        period.EffectiveDate >= Dates.Anchor
        && Dates.NumberOn(period.EffectiveDate) is var n
        && n < NextOccurrence
        && Dates.PeriodOf(n) == period;

    internal QuotaDraft QuotaOf(int n)
    {
        var period = Dates.PeriodOf(n);
        return new QuotaDraft
        {
            Credits = isUnlimited ? null : credits.Amount + (n * Increment.Amount),
            Unlimited = isUnlimited,
            EffectiveDate = period.EffectiveDate,
            EndDate = period.EndDate,
            Priority = Priority,
        };
    }

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

        if (draft.Until < draft.Anchor)
        {
            throw new ArgumentException("A schedule does not end before it starts.", nameof(draft));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(draft.NextOccurrence, nameof(draft));

        // All is read before anything is taken, so that what is refused changes nothing.
        var dates = new Schedule(
            draft.Anchor ?? throw new ArgumentException("A schedule has an anchor.", nameof(draft)),
            draft.Unit ?? throw new ArgumentException("A schedule has a unit.", nameof(draft)),
            draft.Every,
            draft.Until
        );
        var (amount, increment) = (Credits.Of(draft.Credits ?? 0), Credits.Of(draft.Increment));
        var carryOver = draft.CarryOver is { } terms ? CarryOverTerms.Of(terms) : null;
        (credits, isUnlimited, Increment, Priority) = (amount, draft.Unlimited, increment, draft.Priority);
        (NextOccurrence, LastQuota) = (draft.NextOccurrence, draft.LastQuota);

        // What is the same stays the same object, so that a unit of work sees whether it changed.
        Dates = dates == Dates ? Dates : dates;
        CarryOver = carryOver == CarryOver ? CarryOver : carryOver;
        NextRenewal = Dates.Find(NextOccurrence) is { } next && !(Dates.Until < next) ? next : null;
    }
}
