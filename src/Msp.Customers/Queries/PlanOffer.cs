using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>What a customer that chooses a service plan has to know of it.</summary>
/// <param name="Id">The plan.</param>
/// <param name="IsRetired">Whether it is no longer offered.</param>
/// <param name="AllowedRegions">The regions in which its customers may store data, in any order; empty when it allows every region.</param>
public sealed record PlanOffer(PlanId Id, bool IsRetired, IReadOnlyList<StorageRegion> AllowedRegions);
