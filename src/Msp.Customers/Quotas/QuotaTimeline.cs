using System.Collections.Immutable;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The quotas of a customer laid out over time: what is in force on a day, what comes next, where nothing is, where several are.
/// Built once in O(n log n); the quota that pays first on a day is then found in O(log n) without taking memory.
/// It keeps the quotas as they were when it was built, so that later edits of the customer do not change its answers. Immutable and safe to share.
/// </summary>
public sealed class QuotaTimeline
{
    private readonly ImmutableArray<CreditQuota> inOrder;
    private readonly LocalDate[] starts;
    private readonly int[] keys;
    private readonly int[] first;

    /// <summary>Lays quotas out.</summary>
    /// <param name="quotas">The quotas of one customer, in any order.</param>
    public QuotaTimeline(IEnumerable<CreditQuota> quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        inOrder = [.. quotas.Order(ConsumptionOrder.Default).Select(q => q.Copy())];
        starts = [.. inOrder.SelectMany(Boundaries).Distinct().Order()];
        keys = Array.ConvertAll(starts, DateKey.Of);
        first = FindFirst();
    }

    /// <summary>The quotas in the order in which they pay.</summary>
    public IReadOnlyList<CreditQuota> Quotas => inOrder;

    /// <summary>The quota in force on a day; where several are, the one that pays first.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>Null when none is in force.</returns>
    public CreditQuota? InForceOn(LocalDate date)
    {
        var index = SegmentOf(date);
        return index >= 0 && first[index] >= 0 ? inOrder[first[index]] : null;
    }

    /// <summary>Every quota in force on a day, in the order in which they pay.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>Empty when none is in force.</returns>
    public IReadOnlyList<CreditQuota> AllInForceOn(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        return [.. inOrder.Where(q => q.StateOn(date) == PeriodState.InForce)];
    }

    /// <summary>The quota that starts next after a day; of several that start on the same day, the one that pays first.</summary>
    /// <param name="date">The day; a <see cref="SupportedDates">supported</see> date.</param>
    /// <returns>Null when none starts later.</returns>
    public CreditQuota? NextAfter(LocalDate date)
    {
        SupportedDates.Demand(date, nameof(date));
        return inOrder.Where(q => q.EffectiveDate > date && q.UsablePeriod is not null).MinBy(q => q.EffectiveDate);
    }

    /// <summary>The periods between the first effective date and the last end date in which no quota is in force.</summary>
    /// <returns>In order of time; empty when the quotas touch or overlap throughout.</returns>
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

    /// <summary>The pairs of quotas that share days, found as they are asked for.</summary>
    /// <returns>Each pair once, the earlier effective date first, in order of the day from which they overlap.</returns>
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

    // The last stretch that begins on or before the day, -1 when none does. A binary search without branches: days come in any order, and a branch
    // that goes either way as often is what would cost most.
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

    // Between two boundaries the quotas in force are the same, so that the one that pays first can be known for each stretch beforehand.
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
