using Msp.Customers.Quotas;

namespace Msp.Customers.Consumption;

/// <summary>What became of one quota in a period, in credits. For a limited one, always <see cref="Opening"/> + <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/> + <see cref="Closing"/>.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Opening">What it had left before the period's first day; null for an unlimited one.</param>
/// <param name="Granted">What it allows, with what was carried into it, if it started in the period; null for an unlimited one.</param>
/// <param name="Consumed">What it paid for the period's days.</param>
/// <param name="Expired">What it had left when it ended, and did not carry over, if the day after its end is in the period.</param>
/// <param name="Voided">What was voided of it on the period's days, and what it had left when it became void, if that day is in the period.</param>
/// <param name="Closing">What it has left at the end of the period's last day; null for an unlimited one.</param>
/// <param name="CarriedIn">What it took over of an earlier quota's unused credits, part of <paramref name="Granted"/>.</param>
/// <param name="CarriedOver">What later quotas take over of it, if the day after its end is in the period.</param>
public sealed record StatementLine(
    CreditQuota Quota,
    decimal? Opening,
    decimal? Granted,
    decimal Consumed,
    decimal Expired,
    decimal Voided,
    decimal? Closing,
    decimal CarriedIn,
    decimal CarriedOver
);
