using System.Globalization;
using Msp.Customers.Calendars;
using Msp.Customers.Quotas;

namespace Msp.Customers.Consumption;

/// <summary>
/// Something worth telling that became true between two balances: an edge, not a state. A threshold is reached when it was above what was and is at or below what is.
/// A date that passes can cause an alert without any usage.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="QuotaNumber">The quota; null for <see cref="AlertKind.OverageStarted"/>.</param>
/// <param name="Threshold">The percentage or the number of days; null for kinds without one.</param>
public sealed record Alert(AlertKind Kind, int? QuotaNumber, decimal? Threshold)
{
    /// <summary>The same text for the same alert of the same customer, so that a host can send each once: remember the customer's id and this.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{QuotaNumber}/{Threshold:0.######}");

    /// <summary>Finds the alerts between two balances of a customer. Going through balances between them raises the same alerts.</summary>
    /// <param name="before">The earlier balance: what was told already.</param>
    /// <param name="now">The later balance.</param>
    /// <param name="thresholds">When to tell, from <c>CreditOptions.Alerts</c>.</param>
    /// <returns>The alerts, quota by quota in the order in which they pay.</returns>
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
        var alerts = now.Quotas.SelectMany(q => Of(q, before, earlier.GetValueOrDefault(q.Quota.Number), now, thresholds));
        return before.Overage == 0 && now.Overage > 0 ? [.. alerts, new Alert(AlertKind.OverageStarted, null, null)] : [.. alerts];
    }

    private static IEnumerable<Alert> Of(QuotaBalance quota, Balance before, QuotaBalance? earlier, Balance now, AlertThresholds thresholds)
    {
        var number = quota.Quota.Number;
        foreach (var percent in thresholds.PercentUsed)
        {
            if (!Uses(earlier, percent, orMore: true) && Uses(quota, percent, orMore: true))
            {
                yield return new Alert(AlertKind.PercentReached, number, percent);
            }

            if (!Uses(earlier, percent, orMore: false) && Uses(quota, percent, orMore: false))
            {
                yield return new Alert(AlertKind.PercentExceeded, number, percent);
            }
        }

        // A quota that was not there before is new at all: what it would have been on the earlier day was not told.
        var stateBefore = earlier is null ? PeriodState.NotStarted : quota.Quota.StateOn(before.Date);
        if (stateBefore == PeriodState.NotStarted && now.Date >= quota.Quota.EffectiveDate && quota.Quota.UsablePeriod is not null)
        {
            yield return new Alert(AlertKind.QuotaStarted, number, null);
        }

        foreach (var days in thresholds.DaysLeft)
        {
            if (IsLeft(quota.Quota, now, days) && (earlier is null || !IsLeft(quota.Quota, before, days)))
            {
                yield return new Alert(AlertKind.QuotaEndsSoon, number, days);
            }
        }

        if (stateBefore != PeriodState.Ended && quota.State == PeriodState.Ended)
        {
            yield return new Alert(AlertKind.QuotaEnded, number, null);
        }
    }

    // The share is of all that the quota has been given, with what was carried into it. Before it starts it uses none.
    private static bool Uses(QuotaBalance? balance, decimal percent, bool orMore) =>
        balance is { Granted: > 0 and var granted } && (balance.Consumed * 100).CompareTo(granted * percent) > (orMore ? -1 : 0);

    // True from the day on which no more days are left, also after the end, so that a jump over it raises what a walk through it does.
    private static bool IsLeft(CreditQuota quota, Balance balance, int days) =>
        quota.UsablePeriod is { } usable && balance.Date >= usable.EffectiveDate && usable.DaysLeftOn(balance.Date) <= days;

    private static void Demand(AlertThresholds thresholds)
    {
        if (thresholds.PercentUsed.Any(p => p is <= 0 or > 100) || thresholds.DaysLeft.Any(d => d < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(thresholds),
                "A percentage is more than 0 and at most 100, and a number of days is one or more."
            );
        }
    }
}
