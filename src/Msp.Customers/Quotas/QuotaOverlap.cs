namespace Msp.Customers;

/// <summary>Two quotas of a customer that share days. It is legal: they stack, and <see cref="ConsumptionOrder"/> decides which pays.</summary>
/// <param name="Earlier">The one with the earlier effective date.</param>
/// <param name="Later">The other.</param>
/// <param name="Shared">The days they share.</param>
public sealed record QuotaOverlap(CreditQuota Earlier, CreditQuota Later, EffectivePeriod Shared);
