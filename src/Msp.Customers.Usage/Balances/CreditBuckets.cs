using System.Collections.Immutable;

namespace Msp.Customers.Usage;

// Converts quotas to buckets on an axis of days.
internal static class CreditBuckets
{
    public static CreditBucket[] Of(ImmutableArray<CreditQuota> inOrder)
    {
        var ranks = inOrder.Any(q => q.CarryOver is not null) ? inOrder.Index().ToLookup(q => q.Item.Number, q => q.Index) : null;
        return
        [
            .. inOrder.Select(quota => new CreditBucket(
                DateKey.Of(quota.EffectiveDate),
                EndOf(quota),
                quota.Limit.Credits?.Micros ?? 0,
                quota.Limit.IsUnlimited,
                LinkOf(quota, inOrder, ranks)
            )),
        ];
    }

    // The given quotas may lack the one that credits are carried over from.
    private static CarryOverLink? LinkOf(CreditQuota quota, ImmutableArray<CreditQuota> inOrder, ILookup<int, int>? ranks)
    {
        if (quota.CarryOver is not { } carryOver || quota.Limit.IsUnlimited)
        {
            return null;
        }

        foreach (var rank in ranks![carryOver.From])
        {
            var from = inOrder[rank];
            if (from.EndDate is { } end && end < quota.EffectiveDate && !from.IsVoidOn(end) && from.Limit.Credits is { } allowed)
            {
                return new CarryOverLink(rank, carryOver.CapOn(allowed) ?? Int128.MaxValue, carryOver.Compounds, quota.Number);
            }
        }

        return null;
    }

    // A quota that was void before its start is never usable: its end equals its start.
    private static long EndOf(CreditQuota quota) =>
        quota.UsablePeriod is not { } usable ? DateKey.Of(quota.EffectiveDate)
        : usable.EndDate is { } end ? DateKey.Of(end) + 1
        : long.MaxValue;
}
