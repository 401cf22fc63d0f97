using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the service plans with one of several ids, in order of id.</summary>
/// <remarks>Ids are compared exactly as they are stored. Ids that are not stored, or that a store cannot hold, are ignored.</remarks>
public sealed class PlansById : Specification<ServicePlan>, IKeyedSpecification<PlanId>, IBuiltInSpecification
{
    private readonly HashSet<PlanId> keys;

    /// <summary>Creates the specification.</summary>
    /// <param name="ids">The ids, one or more.</param>
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
