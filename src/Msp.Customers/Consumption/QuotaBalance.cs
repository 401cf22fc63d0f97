using Msp.Customers.Calendars;
using Msp.Customers.Quotas;

namespace Msp.Customers.Consumption;

/// <summary>What became of one quota up to the end of a day, in credits. For a limited one, always <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/>.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="State">Where it stands on the day.</param>
/// <param name="Granted">What it allows, with what was carried into it: nothing before its effective date; null for an unlimited one.</param>
/// <param name="Consumed">What it paid.</param>
/// <param name="Remaining">What it has left on its usable days; null for an unlimited one.</param>
/// <param name="Expired">What it had left when it ended, and did not carry over.</param>
/// <param name="Voided">What was voided of it while it was in force, and what it had left when it became void; a void remainder does not expire again.</param>
/// <param name="CarriedIn">What it took over of an earlier quota's unused credits, part of <paramref name="Granted"/>.</param>
/// <param name="CarriedOver">What later quotas take over of it, from the day after its end on, also while they have not started.</param>
public sealed record QuotaBalance(
    CreditQuota Quota,
    PeriodState State,
    decimal? Granted,
    decimal Consumed,
    decimal? Remaining,
    decimal Expired,
    decimal Voided,
    decimal CarriedIn,
    decimal CarriedOver
)
{
    /// <summary>Whether the quota has paid all that it was granted. Ending exhausts none; one may be both.</summary>
    public bool IsExhausted => Granted > 0 && Consumed == Granted;

    // What was voided of it while it was in force, part of Voided.
    internal decimal VoidedInPart { get; init; }

    /// <summary>The share of its credits that the quota has paid, in percent; null before it starts and for an unlimited one.</summary>
    public decimal? PercentUsed => Granted is > 0 ? Consumed / Granted.Value * 100 : null;
}
