namespace Msp.Customers.AspNetCore;

/// <summary>What a quota is expected to let expire.</summary>
/// <param name="QuotaNumber">The quota.</param>
/// <param name="Credits">The credits that it will have left when it ends; more than zero.</param>
public sealed record ExpiringCredits(int QuotaNumber, decimal Credits);
