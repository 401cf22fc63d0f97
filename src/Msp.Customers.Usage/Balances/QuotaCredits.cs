namespace Msp.Customers.Usage;

/// <summary>An amount of credits of one quota.</summary>
/// <param name="QuotaNumber">The quota's number.</param>
/// <param name="Credits">The credits; negative for a decrease.</param>
public sealed record QuotaCredits(int QuotaNumber, decimal Credits);
