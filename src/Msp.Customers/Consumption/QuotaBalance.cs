using Msp.Customers.Calendars;
using Msp.Customers.Quotas;

namespace Msp.Customers.Consumption;

/// <summary>What became of one quota up to the end of a day, in credits. For a limited one, always <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> + <see cref="Voided"/>.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="State">Where it stands on the day.</param>
/// <param name="Granted">What it allows: nothing before its effective date; null for an unlimited one.</param>
/// <param name="Consumed">What it paid.</param>
/// <param name="Remaining">What it has left on its usable days; null for an unlimited one.</param>
/// <param name="Expired">What it had left when it ended.</param>
/// <param name="Voided">What it had left when it became void; a void remainder does not expire again.</param>
public sealed record QuotaBalance(CreditQuota Quota, PeriodState State, decimal? Granted, decimal Consumed, decimal? Remaining, decimal Expired, decimal Voided)
{
    /// <summary>Whether the quota is in force and has nothing left. An ended quota is not exhausted by ending; it may be both.</summary>
    public bool IsExhausted => Quota.Limit.Credits is { } limit && Granted > 0 && Consumed == limit.Amount;

    /// <summary>The share of its credits that the quota has paid, in percent; null before it starts and for an unlimited one.</summary>
    public decimal? PercentUsed => Granted is > 0 ? Consumed / Granted.Value * 100 : null;
}
