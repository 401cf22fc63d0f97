using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>Where some service plans let their customers store data, without reading the plans whole.</summary>
public sealed class PlanRegionsOf : Specification<ServicePlan, PlanRegions>
{
    /// <summary>Asks.</summary>
    /// <param name="plans">The plans; those that are not stored are left out of the answer.</param>
    public PlanRegionsOf(IEnumerable<PlanId> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        List<PlanId> ids = [.. plans];
        Ids = ids;
        Query.Where(p => ids.Contains(p.Id)).AsNoTracking();
        Query.Select(p => new PlanRegions(p.Id, p.AllowedRegions.ToList()));
    }

    /// <summary>The plans.</summary>
    public IReadOnlyList<PlanId> Ids { get; }
}
