using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a region that its plan does not allow, or a plan that does not allow one of its regions. One that has both keeps them, whatever becomes of the plan.</summary>
public sealed class RegionNotAllowed : Policy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal RegionNotAllowed(Stored<ServicePlan> stored)
        : base("region.not-allowed", Severity.Error, "The service plan {ServicePlan} does not allow the region {Region}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.ServicePlan is not { } id
            || await stored.SingleOrDefaultAsync(new PlanAsStored(id), cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return;
        }

        var kept = change.Before is { } before && before.ServicePlan == id ? before.StorageRegions : [];
        foreach (var (index, region) in change.After.StorageRegions.Index())
        {
            if (!plan.Allows(region) && !kept.Contains(region))
            {
                found.Add(Violated($"StorageRegions[{index}]", ("Region", region), ("ServicePlan", id)));
            }
        }
    }
}
