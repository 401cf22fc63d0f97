namespace Msp.Customers.AspNetCore;

/// <summary>The credits of a quota that are expected to expire.</summary>
/// <param name="QuotaNumber">The quota's number.</param>
/// <param name="Credits">The remaining credits at the end of the quota; more than zero.</param>
public sealed record ExpiringCredits(int QuotaNumber, decimal Credits);
