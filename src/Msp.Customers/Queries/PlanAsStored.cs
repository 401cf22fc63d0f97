using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>A service plan as it is stored, never the instance that a unit of work already holds.</summary>
public sealed class PlanAsStored : SingleResultSpecification<ServicePlan>
{
    /// <summary>Asks.</summary>
    /// <param name="id">The plan.</param>
    public PlanAsStored(PlanId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Query.Where(p => p.Id == id).AsNoTracking();
    }

    /// <summary>The plan.</summary>
    public PlanId Id { get; }
}
