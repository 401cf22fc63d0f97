using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Usage;

/// <summary>A change between two balances that a host reports once: a threshold that was crossed, or a date that passed.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="QuotaNumber">
/// The number of the quota. For <see cref="AlertKind.OverageStarted"/>, the last quota in consumption order of those in force,
/// or null when no quota was in force.
/// </param>
/// <param name="Threshold">The percentage or the number of days; null for kinds without a threshold.</param>
/// <param name="Credits">
/// The credits of which <paramref name="Threshold"/> is a percentage. For <see cref="AlertKind.OverageStarted"/>, the credits that
/// the quotas in force granted. Null for the other kinds.
/// </param>
/// <param name="Date">
/// The date that passed: the effective date of a quota that started, or the last usable day of a quota that ended or ends soon. For
/// <see cref="AlertKind.OverageStarted"/>, the first day on which the same quotas, or no quotas, are in force. Null for
/// percentages, and for overage before the first quota.
/// </param>
/// <remarks>An alert reports a transition and not a state. A date that passes can cause an alert without any usage.</remarks>
public sealed record Alert(AlertKind Kind, int? QuotaNumber, decimal? Threshold, decimal? Credits, LocalDate? Date)
{
    /// <summary>A text that identifies one crossing of one customer.</summary>
    /// <remarks>
    /// A host sends each alert once when it stores the customer's id and this key. The key consists of all five members. The same
    /// crossing has the same key when it is found again because usage was posted late. When the credits or the dates of a quota
    /// change, its crossings have new keys, and so does overage under other quotas. Usage that was reversed and posted again
    /// crosses the same threshold of the same credits, with the same key.
    /// </remarks>
    public string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind}/{QuotaNumber}/{Threshold:0.######}/{Credits:0.######}/{(Date is { } date ? LocalDatePattern.Iso.Format(date) : "")}"
        );

    /// <summary>Finds the alerts between two balances of a customer.</summary>
    /// <param name="before">The earlier balance, whose alerts were already reported.</param>
    /// <param name="now">The later balance.</param>
    /// <param name="thresholds">The thresholds, from <c>UsageOptions.Alerts</c>.</param>
    /// <returns>The alerts by quota, in consumption order, followed by the alerts about overage.</returns>
    /// <remarks>
    /// The percentage of a quota counts what the quota covered, what was voided of it while it was in force, and the overage of the
    /// days on which it was the last in consumption order. It is a percentage of all credits granted, including those carried
    /// over into the quota. When a quota changed between the two balances, each balance is measured by its own credits. Comparing
    /// in several steps, with balances in between, finds the same alerts. With <see cref="BackdatedCoverage.OnEffectiveDate"/>, a
    /// quota can cover earlier overage. A balance after that day no longer contains this overage, and only a balance before that
    /// day raises the alert.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="now"/> is of an earlier day than <paramref name="before"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is out of range.</exception>
    public static IReadOnlyList<Alert> Between(Balance before, Balance now, AlertThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(thresholds);
        Demand(thresholds);
        if (now.Date < before.Date)
        {
            throw new ArgumentException("The date of the later balance must not be before the date of the earlier one.", nameof(now));
        }

        var earlier = before.Quotas.ToDictionary(q => q.Quota.Number);
        var (overageBefore, overageNow) = (OverageRun.Of(before), OverageRun.Of(now));
        var (overageByQuotaBefore, overageByQuotaNow) = (OverageRun.ByQuota(overageBefore), OverageRun.ByQuota(overageNow));
        var started = overageBefore.Select(run => run.Identity).ToHashSet();
        return
        [
            .. now.Quotas.SelectMany(q =>
                Percentages(
                        Share.Of(earlier.GetValueOrDefault(q.Quota.Number), overageByQuotaBefore),
                        Share.Of(q, overageByQuotaNow)!.Value,
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
            if (now.Reaches(percent, now.Credits) && before?.Crossed(percent, now, orMore: true) != true)
            {
                yield return new Alert(AlertKind.PercentReached, number, percent, now.Credits, null);
            }

            if (now.Exceeds(percent, now.Credits) && before?.Crossed(percent, now, orMore: false) != true)
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

        // A quota whose dates changed starts and ends again; a quota that did not exist before is new.
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

    // For a quota that was void before it started, this is the day from which it is void.
    private static LocalDate? LastDay(CreditQuota quota) => quota.UsablePeriod is { } usable ? usable.EndDate : quota.VoidedFrom;

    // True also after the end of the quota, so that a jump over the end raises the same alerts as a comparison day by day.
    private static bool IsLeft(CreditQuota quota, Balance balance, int days) =>
        quota.UsablePeriod is { } usable && balance.Date >= usable.EffectiveDate && usable.DaysLeftOn(balance.Date) <= days;

    private static void Demand(AlertThresholds thresholds)
    {
        if (thresholds.PercentUsed.Any(p => p is <= 0 or > AlertThresholds.MaxPercent) || thresholds.DaysLeft.Any(d => d < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(thresholds),
                "A percentage must be greater than 0 and at most 1,000,000, and a number of days must be one or more."
            );
        }
    }

    // The used part of a quota's credits. A quota that has not started has no credits and no usage.
    private readonly record struct Share(decimal Used, decimal Credits)
    {
        public static Share? Of(QuotaBalance? balance, IReadOnlyDictionary<int, decimal> overage) =>
            balance is null ? null
            : balance.Granted is > 0 and var granted
                ? new Share(balance.Consumed + balance.VoidedInPart + overage.GetValueOrDefault(balance.Quota.Number), granted)
            : new Share(0, 0);

        public bool Reaches(decimal percent, decimal credits) => credits > 0 && (Used * 100).CompareTo(credits * percent) >= 0;

        public bool Exceeds(decimal percent, decimal credits) => credits > 0 && (Used * 100).CompareTo(credits * percent) > 0;

        // The earlier share is also measured by the current credits, because added credits can bring it below the threshold again.
        public bool Crossed(decimal percent, Share now, bool orMore) =>
            orMore
                ? Reaches(percent, Credits) && Reaches(percent, now.Credits)
                : Exceeds(percent, Credits) && Exceeds(percent, now.Credits);
    }
}
