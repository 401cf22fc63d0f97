namespace Msp.Customers.Consumption;

/// <summary>
/// The sums of the limited quotas, in credits. Always <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> + <see cref="Voided"/>.
/// An unlimited quota has no amount to keep and takes no part.
/// </summary>
/// <param name="Granted">What the quotas that have started allow.</param>
/// <param name="Consumed">What they paid.</param>
/// <param name="Remaining">What those in force have left.</param>
/// <param name="Expired">What those that ended had left.</param>
/// <param name="Voided">What those that became void had left.</param>
public sealed record CreditTotals(decimal Granted, decimal Consumed, decimal Remaining, decimal Expired, decimal Voided);
