using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>What customers that choose some service plans have to know of them, without reading the plans whole.</summary>
public sealed class PlanOffersOf : Specification<ServicePlan, PlanOffer>
{
    /// <summary>Asks.</summary>
    /// <param name="plans">The plans; those that are not stored are left out of the answer.</param>
    public PlanOffersOf(IEnumerable<PlanId> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        List<PlanId> ids = [.. plans];
        Ids = ids;
        Query.Where(p => ids.Contains(p.Id)).AsNoTracking();
        Query.Select(p => new PlanOffer(p.Id, p.IsRetired, p.AllowedRegions.ToList()));
    }

    /// <summary>The plans.</summary>
    public IReadOnlyList<PlanId> Ids { get; }
}
