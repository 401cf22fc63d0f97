using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>Some service plans as they are stored, in order of id, never the instances that a unit of work already holds.</summary>
public sealed class PlansAsStored : Specification<ServicePlan>
{
    /// <summary>Asks.</summary>
    /// <param name="plans">The plans; those that are not stored are left out of the answer.</param>
    public PlansAsStored(IEnumerable<PlanId> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        List<PlanId> ids = [.. plans];
        Ids = ids;
        Query.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).AsNoTracking();
    }

    /// <summary>The plans.</summary>
    public IReadOnlyList<PlanId> Ids { get; }
}
