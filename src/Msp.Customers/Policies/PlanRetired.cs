using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a plan that is no longer offered. One that has it keeps it.</summary>
public sealed class PlanRetired : Policy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanRetired(Stored<ServicePlan> stored)
        : base("plan.retired", Severity.Error, "The service plan {ServicePlan} is retired and can no longer be chosen.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.ServicePlan is { } plan && change.Before?.ServicePlan != plan
            && await stored.SingleOrDefaultAsync(new PlanAsStored(plan), cancellationToken).ConfigureAwait(false) is { IsRetired: true })
        {
            found.Add(Violated(nameof(Customer.ServicePlan), ("ServicePlan", plan)));
        }
    }
}
