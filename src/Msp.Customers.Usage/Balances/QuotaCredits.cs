namespace Msp.Customers.Usage;

/// <summary>Credits of one quota.</summary>
/// <param name="QuotaNumber">The quota's number.</param>
/// <param name="Credits">The credits; less than zero where they became fewer.</param>
public sealed record QuotaCredits(int QuotaNumber, decimal Credits);
