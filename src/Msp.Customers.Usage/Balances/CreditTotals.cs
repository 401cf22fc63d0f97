namespace Msp.Customers.Usage;

/// <summary>The sums over the limited quotas, in credits.</summary>
/// <param name="Granted">The credits of the quotas that have started, including those carried over into them.</param>
/// <param name="Consumed">The credits consumed.</param>
/// <param name="Remaining">The remaining credits of the quotas in force.</param>
/// <param name="Expired">The remaining credits of the quotas that ended, except those carried over.</param>
/// <param name="Voided">The credits voided, including the remaining credits of quotas that became void.</param>
/// <param name="CarriedOver">The credits of ended quotas that later quotas take over.</param>
/// <remarks>
/// <see cref="Granted"/> always equals <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> +
/// <see cref="Voided"/> + <see cref="CarriedOver"/>. Unlimited quotas are not included.
/// </remarks>
public sealed record CreditTotals(
    decimal Granted,
    decimal Consumed,
    decimal Remaining,
    decimal Expired,
    decimal Voided,
    decimal CarriedOver
);
