using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>Where a service plan lets its customers store data.</summary>
/// <param name="Id">The plan.</param>
/// <param name="AllowedRegions">The regions it names, in any order; empty when it allows every region.</param>
public sealed record PlanRegions(PlanId Id, IReadOnlyList<StorageRegion> AllowedRegions);
