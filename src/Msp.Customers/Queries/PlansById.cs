using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The service plans with one of some ids, in order of id, as they are stored. Ids that are not stored, or that no storage can hold, are left out.</summary>
public sealed class PlansById : Specification<ServicePlan>, IKeyedSpecification<PlanId>, IBuiltInSpecification
{
    private readonly HashSet<PlanId> keys;

    /// <summary>States the ids.</summary>
    /// <param name="ids">One id or several.</param>
    public PlansById(params IEnumerable<PlanId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        keys = [.. ids.Where(id => TextLimits.IsStorable(id.Value))];
        List<PlanId> all = [.. keys];
        Query.Where(p => all.Contains(p.Id)).OrderBy(p => p.Id);
        Query.AsNoTracking();
        this.Complete();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<PlanId> Keys => keys;
}
