using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer stores data in a region that its plan does not allow.</summary>
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

        foreach (var (index, region) in change.After.StorageRegions.Index())
        {
            if (!plan.Allows(region))
            {
                found.Add(Violated($"StorageRegions[{index}]", ("Region", region), ("ServicePlan", id)));
            }
        }
    }
}
