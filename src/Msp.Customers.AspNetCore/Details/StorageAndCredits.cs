namespace Msp.Customers.AspNetCore;

/// <summary>The storage and credits section of the details page.</summary>
/// <param name="Regions">The regions the customer's data is stored in.</param>
/// <param name="Quotas">Every quota, in order of number.</param>
/// <param name="Decision">Which quota can be used on the day of the page, and why.</param>
/// <param name="Gaps">Periods between quotas in which none is in force.</param>
/// <param name="Usage">What was used and what is expected; null where the host has no storage of usage.</param>
public sealed record StorageAndCredits(
    IReadOnlyList<StorageRegion> Regions,
    IReadOnlyList<QuotaDetails> Quotas,
    QuotaDecision Decision,
    IReadOnlyList<EffectivePeriod> Gaps,
    UsageDetails? Usage
);
