namespace Msp.Customers.AspNetCore;

/// <summary>The storage and credits section of the Customer Details page.</summary>
/// <param name="Regions">The regions in which the customer's data is stored.</param>
/// <param name="Quotas">All quotas, in order of number.</param>
/// <param name="Decision">The decision which quota can be used on the day of the details, with its reasons.</param>
/// <param name="QuotaGaps">The periods between quotas in which no quota is in force.</param>
/// <param name="Usage">The usage and the forecast; null when the host has no usage store.</param>
public sealed record StorageAndCredits(
    IReadOnlyList<StorageRegion> Regions,
    IReadOnlyList<QuotaDetails> Quotas,
    QuotaDecision Decision,
    IReadOnlyList<EffectivePeriod> QuotaGaps,
    UsageDetails? Usage
);
