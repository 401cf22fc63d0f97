using Msp.Customers.Plans;
using Msp.Customers.Queries;

namespace Msp.Customers.Policies;

// What the rules about a choice of plan ask of it, with the regions in any order.
internal sealed record PlanOffer(PlanId Id, bool IsRetired, IReadOnlyList<StorageRegion> AllowedRegions);

// The offers of some plans, without reading the plans whole. Plans that are not stored are left out.
internal sealed class PlanOffersOf : Specification<ServicePlan, PlanOffer>, IKeyedSpecification<PlanId>, IBuiltInSpecification
{
    public PlanOffersOf(IEnumerable<PlanId> plans)
    {
        List<PlanId> ids = [.. plans.Distinct()];
        Keys = ids;
        Query.Where(p => ids.Contains(p.Id));
        Query.Select(p => new PlanOffer(p.Id, p.IsRetired, p.AllowedRegions.ToList()));
        this.Complete();
    }

    public IReadOnlyCollection<PlanId> Keys { get; }
}
