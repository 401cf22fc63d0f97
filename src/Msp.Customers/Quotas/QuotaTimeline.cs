using System.Collections.Immutable;
using NodaTime;

namespace Msp.Customers;

/// <summary>The quotas of a customer arranged by date. It finds the quotas in force on a day, the next quota, gaps and overlaps.</summary>
/// <remarks>
/// Construction takes O(n log n) time. <see cref="ConsumedFirstOn"/> takes O(log n) time and allocates no memory. The timeline contains
/// copies of the quotas, so that later edits of the customer do not change its results. Instances are immutable and thread-safe.
/// </remarks>
public sealed class QuotaTimeline
{
    private readonly ImmutableArray<CreditQuota> inOrder;
    private readonly LocalDate[] starts;
    private readonly int[] keys;
    private readonly int[] first;

    /// <summary>Initializes a timeline.</summary>
    /// <param name="quotas">The quotas of one customer, in any order.</param>
    public QuotaTimeline(IEnumerable<CreditQuota> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        inOrder = [.. quotas.Order(ConsumptionOrder.Default).Select(q => q.Copy())];
        starts = [.. inOrder.SelectMany(Boundaries).Distinct().Order()];
        keys = Array.ConvertAll(starts, DateKey.Of);
        first = FindFirst();
    }

    /// <summary>The quotas in the order in which they cover usage.</summary>
    public IReadOnlyList<CreditQuota> Quotas => inOrder;

    /// <summary>Returns the quota that covers usage of a day first, of those in force.</summary>
    /// <param name="date">The day, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The quota, or null when no quota is in force.</returns>
    public CreditQuota? ConsumedFirstOn(LocalDate date)
    {
        var index = SegmentOf(date);
        return index >= 0 && first[index] >= 0 ? inOrder[first[index]] : null;
    }

    /// <summary>Returns all quotas in force on a day, in the order in which they cover usage.</summary>
    /// <param name="date">The day, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The quotas; empty when no quota is in force.</returns>
    public IReadOnlyList<CreditQuota> InForceOn(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        return [.. inOrder.Where(q => q.StateOn(date) == PeriodState.InForce)];
    }

    /// <summary>
    /// Returns the quota that starts next after a day. When several start on the same day, returns the one that covers usage first.
    /// </summary>
    /// <param name="date">The day, which must be a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>The quota, or null when no quota starts later.</returns>
    public CreditQuota? NextAfter(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        return inOrder.Where(q => q.EffectiveDate > date && q.UsablePeriod is not null).MinBy(q => q.EffectiveDate);
    }

    /// <summary>Returns the periods between the first effective date and the last end date in which no quota is in force.</summary>
    /// <returns>The gaps in order of time; empty when there are no gaps.</returns>
    public IReadOnlyList<EffectivePeriod> Gaps()
    {
        var gaps = new List<EffectivePeriod>();
        for (var i = 0; i < starts.Length - 1; i++)
        {
            if (first[i] < 0)
            {
                gaps.Add(new EffectivePeriod(starts[i], starts[i + 1].PlusDays(-1)));
            }
        }

        return gaps;
    }

    /// <summary>Returns the pairs of quotas that share days, with deferred execution.</summary>
    /// <returns>Each pair once, with the earlier effective date first, in order of the first shared day.</returns>
    public IEnumerable<QuotaOverlap> Overlaps()
    {
        var running = new List<CreditQuota>();
        foreach (var quota in inOrder.Where(q => q.UsablePeriod is not null).OrderBy(q => q.EffectiveDate).ThenBy(q => q.Number))
        {
            var own = quota.UsablePeriod!.Value;
            running.RemoveAll(q => q.StateOn(own.EffectiveDate) == PeriodState.Ended);
            foreach (var earlier in running)
            {
                var end = earlier.UsablePeriod!.Value.EndDate is { } e && !(own.EndDate < e) ? e : own.EndDate;
                yield return new QuotaOverlap(earlier, quota, new EffectivePeriod(own.EffectiveDate, end));
            }

            running.Add(quota);
        }
    }

    private static IEnumerable<LocalDate> Boundaries(CreditQuota quota)
    {
        if (quota.UsablePeriod is { } usable)
        {
            yield return usable.EffectiveDate;
            if (usable.EndDate is { } end && end < SupportedDates.Last)
            {
                yield return end.PlusDays(1);
            }
        }
    }

    // Returns the last segment that begins on or before the day, or -1. The binary search avoids branches: they would be mispredicted half
    // of the time, because days come in any order.
    private int SegmentOf(LocalDate date)
    {
        var key = DateKey.Of(SupportedDates.Demand(date, nameof(date)));
        var index = -1;
        for (var rest = keys.Length; rest > 0; )
        {
            var half = (rest + 1) >> 1;
            index += half & ((keys[index + half] - key - 1) >> 31);
            rest -= half;
        }

        return index;
    }

    // Between two boundaries the quotas in force do not change, so that the first one is computed once for each segment.
    private int[] FindFirst()
    {
        var result = new int[starts.Length];
        var waiting = new PriorityQueue<int, int>();
        var byStart = Enumerable
            .Range(0, inOrder.Length)
            .Where(rank => inOrder[rank].UsablePeriod is not null)
            .OrderBy(rank => inOrder[rank].EffectiveDate)
            .ToArray();
        var next = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            for (; next < byStart.Length && inOrder[byStart[next]].EffectiveDate == starts[i]; next++)
            {
                waiting.Enqueue(byStart[next], byStart[next]);
            }

            while (waiting.TryPeek(out var rank, out _) && inOrder[rank].StateOn(starts[i]) == PeriodState.Ended)
            {
                waiting.Dequeue();
            }

            result[i] = waiting.TryPeek(out var top, out _) ? top : -1;
        }

        return result;
    }
}
