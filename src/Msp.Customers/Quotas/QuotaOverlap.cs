namespace Msp.Customers;

/// <summary>
/// Two quotas of a customer that share days. Overlaps are allowed: the credits add up, and <see cref="ConsumptionOrder"/> determines which
/// quota covers usage first.
/// </summary>
/// <param name="Earlier">The quota with the earlier effective date.</param>
/// <param name="Later">The other quota.</param>
/// <param name="Shared">The shared days.</param>
public sealed record QuotaOverlap(CreditQuota Earlier, CreditQuota Later, EffectivePeriod Shared);
