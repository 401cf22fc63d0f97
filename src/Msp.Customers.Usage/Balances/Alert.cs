using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Usage;

/// <summary>Something that became true between two balances: an edge, not a state. A date that passes can cause an alert without any usage.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="QuotaNumber">The quota. For <see cref="AlertKind.OverageStarted"/> the one that would have paid last of those in force; null where none was in force.</param>
/// <param name="Threshold">The percentage or the number of days; null for kinds without one.</param>
/// <param name="Credits">The credits of which <paramref name="Threshold"/> is a percentage; for <see cref="AlertKind.OverageStarted"/> those that the quotas in force granted; null for the other kinds.</param>
/// <param name="Date">
/// The date that passed: the effective date of a quota that started, the last usable day of one that ended or ends soon; for <see cref="AlertKind.OverageStarted"/> the day since
/// which the same quotas are in force, or since which none is. Null for percentages, and for overage before the first quota.
/// </param>
public sealed record Alert(AlertKind Kind, int? QuotaNumber, decimal? Threshold, decimal? Credits, LocalDate? Date)
{
    /// <summary>Identifies one crossing of one customer, so that a host can send each once: remember the customer's id and this.</summary>
    /// <remarks>
    /// The key consists of all five members. The same crossing, found again because usage came late, has the same key. A quota that is given more or fewer credits or other dates
    /// crosses anew, and so does overage under other quotas. Usage that was taken back and posted again crosses the same threshold of the same credits, with the same key.
    /// </remarks>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind}/{QuotaNumber}/{Threshold:0.######}/{Credits:0.######}/{(Date is { } date ? LocalDatePattern.Iso.Format(date) : "")}"
        );

    /// <summary>Finds the alerts between two balances of a customer. Going through balances between them raises the same alerts.</summary>
    /// <param name="before">The earlier balance: what was reported already.</param>
    /// <param name="now">The later balance.</param>
    /// <param name="thresholds">When to alert, from <c>UsageOptions.Alerts</c>.</param>
    /// <returns>The alerts, quota by quota in the order in which they pay; overage comes last.</returns>
    /// <remarks>
    /// The percentage of a quota counts what it paid, what was voided of it while it was in force, and the overage of the days on which it would have paid last. It is of all
    /// that the quota was granted, with what was carried into it. Where a quota has changed between the two balances, each is measured by its own credits.
    /// Where <see cref="BackdatedCoverage"/> lets quotas pay earlier overage, a balance after that day no longer contains it, and only a balance before it raises the alert.
    /// </remarks>
    /// <exception cref="ArgumentException">The balance called later is of an earlier day.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is not of its range.</exception>
    public static IReadOnlyList<Alert> Between(Balance before, Balance now, AlertThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(thresholds);
        Demand(thresholds);
        if (now.Date < before.Date)
        {
            throw new ArgumentException("The later balance is of an earlier day.", nameof(now));
        }

        var earlier = before.Quotas.ToDictionary(q => q.Quota.Number);
        var (overageBefore, overageNow) = (OverageRun.Of(before), OverageRun.Of(now));
        var (extraBefore, extraNow) = (OverageRun.ByQuota(overageBefore), OverageRun.ByQuota(overageNow));
        var started = overageBefore.Select(run => run.Identity).ToHashSet();
        return
        [
            .. now.Quotas.SelectMany(q =>
                Percentages(
                        Share.Of(earlier.GetValueOrDefault(q.Quota.Number), extraBefore),
                        Share.Of(q, extraNow)!.Value,
                        q.Quota.Number,
                        thresholds
                    )
                    .Concat(Dates(q, before, earlier.GetValueOrDefault(q.Quota.Number), now, thresholds))
            ),
            .. overageNow
                .Where(run => started.Add(run.Identity))
                .Select(run => new Alert(AlertKind.OverageStarted, run.QuotaNumber, null, run.Granted, run.Since)),
        ];
    }

    private static IEnumerable<Alert> Percentages(Share? before, Share now, int number, AlertThresholds thresholds)
    {
        foreach (var percent in thresholds.PercentUsed)
        {
            if (now.Reaches(percent, of: now.Credits) && before?.Crossed(percent, now, orMore: true) != true)
            {
                yield return new Alert(AlertKind.PercentReached, number, percent, now.Credits, null);
            }

            if (now.Exceeds(percent, of: now.Credits) && before?.Crossed(percent, now, orMore: false) != true)
            {
                yield return new Alert(AlertKind.PercentExceeded, number, percent, now.Credits, null);
            }
        }
    }

    private static IEnumerable<Alert> Dates(
        QuotaBalance quota,
        Balance before,
        QuotaBalance? earlier,
        Balance now,
        AlertThresholds thresholds
    )
    {
        var (number, usable) = (quota.Quota.Number, quota.Quota.UsablePeriod);

        // What was reported of other dates than those that the quota has now was another edge; a quota that was not there before is new at all.
        var hadStarted = earlier is { State: not PeriodState.NotStarted } && earlier.Quota.EffectiveDate == quota.Quota.EffectiveDate;
        var hadSameEnd = earlier is not null && LastDay(earlier.Quota) == LastDay(quota.Quota);
        if (!hadStarted && now.Date >= quota.Quota.EffectiveDate && usable is not null)
        {
            yield return new Alert(AlertKind.QuotaStarted, number, null, null, quota.Quota.EffectiveDate);
        }

        foreach (var days in thresholds.DaysLeft)
        {
            if (IsLeft(quota.Quota, now, days) && !(hadSameEnd && IsLeft(earlier!.Quota, before, days)))
            {
                yield return new Alert(AlertKind.QuotaEndsSoon, number, days, null, LastDay(quota.Quota));
            }
        }

        if (quota.State == PeriodState.Ended && !(hadSameEnd && earlier!.State == PeriodState.Ended))
        {
            yield return new Alert(AlertKind.QuotaEnded, number, null, null, LastDay(quota.Quota));
        }
    }

    // Of a quota that was void before it started, the day from which it is void.
    private static LocalDate? LastDay(CreditQuota quota) => quota.UsablePeriod is { } usable ? usable.EndDate : quota.VoidedFrom;

    // True from the day on which no more days are left, also after the end, so that a jump over it raises what a walk through it does.
    private static bool IsLeft(CreditQuota quota, Balance balance, int days) =>
        quota.UsablePeriod is { } usable && balance.Date >= usable.EffectiveDate && usable.DaysLeftOn(balance.Date) <= days;

    private static void Demand(AlertThresholds thresholds)
    {
        if (thresholds.PercentUsed.Any(p => p is <= 0 or > AlertThresholds.MaxPercent) || thresholds.DaysLeft.Any(d => d < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(thresholds),
                "A percentage is more than 0 and at most 1,000,000, and a number of days is one or more."
            );
        }
    }

    // What was used of a quota, and of how many credits. Before it starts it has none, and nothing is used.
    private readonly record struct Share(decimal Used, decimal Credits)
    {
        public static Share? Of(QuotaBalance? balance, IReadOnlyDictionary<int, decimal> overage) =>
            balance is null ? null
            : balance.Granted is > 0 and var granted
                ? new Share(balance.Consumed + balance.VoidedInPart + overage.GetValueOrDefault(balance.Quota.Number), granted)
            : new Share(0, 0);

        public bool Reaches(decimal percent, decimal of) => of > 0 && (Used * 100).CompareTo(of * percent) >= 0;

        public bool Exceeds(decimal percent, decimal of) => of > 0 && (Used * 100).CompareTo(of * percent) > 0;

        // By its own credits and by those of now: what was added to a quota since is not crossed yet.
        public bool Crossed(decimal percent, Share now, bool orMore) =>
            orMore
                ? Reaches(percent, Credits) && Reaches(percent, now.Credits)
                : Exceeds(percent, Credits) && Exceeds(percent, now.Credits);
    }
}
