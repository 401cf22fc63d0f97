using NodaTime;

namespace Msp.Customers.Usage;

// The overage of the days on which the same quotas, or no quotas, are in force.
internal sealed record OverageRun(int? QuotaNumber, decimal? Granted, LocalDate? Since, decimal Credits)
{
    public (int?, decimal?, LocalDate?) Identity => (QuotaNumber, Granted, Since);

    // Returns the runs in order of day. Days under the same quotas are one run, also when other quotas were in force between them.
    public static IReadOnlyList<OverageRun> Of(Balance balance)
    {
        if (balance.OverageByDay.Count == 0)
        {
            return [];
        }

        var usable = balance.Quotas.Where(q => q.Quota.UsablePeriod is not null).ToList();
        LocalDate[] boundaries = [.. usable.SelectMany(q => Boundaries(q.Quota)).Distinct().Order()];
        return
        [
            .. balance
                .OverageByDay.GroupBy(o => SegmentOf(boundaries, o.Date), (from, days) => (From: from, Credits: days.Sum(d => d.Credits)))
                .Select(segment => Run(usable, segment.From, segment.Credits))
                .GroupBy(run => run.Identity, (_, runs) => runs.Aggregate((a, b) => a with { Credits = a.Credits + b.Credits })),
        ];
    }

    // The overage by the quota that is last in consumption order.
    public static IReadOnlyDictionary<int, decimal> ByQuota(IReadOnlyList<OverageRun> runs) =>
        runs.Where(r => r.QuotaNumber is not null).GroupBy(r => r.QuotaNumber!.Value).ToDictionary(g => g.Key, g => g.Sum(r => r.Credits));

    private static OverageRun Run(List<QuotaBalance> usable, LocalDate? from, decimal credits)
    {
        var inForce = from is { } day ? usable.FindAll(q => q.Quota.UsablePeriod!.Value.Contains(day)) : [];
        return inForce.Count == 0
            ? new OverageRun(null, null, from, credits)
            : new OverageRun(inForce[^1].Quota.Number, inForce.Sum(q => q.Granted ?? 0), inForce.Max(q => q.Quota.EffectiveDate), credits);
    }

    // The first day of the interval, between two boundaries, that contains the date; null before the first boundary.
    private static LocalDate? SegmentOf(LocalDate[] boundaries, LocalDate date)
    {
        var index = Array.BinarySearch(boundaries, date);
        index = index < 0 ? ~index - 1 : index;
        return index < 0 ? null : boundaries[index];
    }

    private static IEnumerable<LocalDate> Boundaries(CreditQuota quota)
    {
        var period = quota.UsablePeriod!.Value;
        yield return period.EffectiveDate;
        if (period.EndDate is { } end && end < SupportedDates.Last)
        {
            yield return end.PlusDays(1);
        }
    }
}
