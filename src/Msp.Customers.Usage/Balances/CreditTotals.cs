namespace Msp.Customers.Usage;

/// <summary>
/// The sums of the limited quotas, in credits. Always <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/>.
/// An unlimited quota has no amount to keep and takes no part.
/// </summary>
/// <param name="Granted">What the quotas that have started allow, with what was carried into them.</param>
/// <param name="Consumed">What they paid.</param>
/// <param name="Remaining">What those in force have left.</param>
/// <param name="Expired">What those that ended had left, and did not carry over.</param>
/// <param name="Voided">What was voided of them, and what those that became void had left.</param>
/// <param name="CarriedOver">What later quotas take over of those that ended.</param>
public sealed record CreditTotals(
    decimal Granted,
    decimal Consumed,
    decimal Remaining,
    decimal Expired,
    decimal Voided,
    decimal CarriedOver
);
