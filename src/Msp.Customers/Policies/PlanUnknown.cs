using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a plan that is not stored. One that has it keeps it, so that it can still be suspended or closed.</summary>
public sealed class PlanUnknown : Policy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanUnknown(Stored<ServicePlan> stored)
        : base("plan.unknown", Severity.Error, "There is no service plan {ServicePlan}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.ServicePlan is { } plan && change.Before?.ServicePlan != plan
            && !await stored.AnyAsync(new PlanAsStored(plan), cancellationToken).ConfigureAwait(false))
        {
            found.Add(Violated(nameof(Customer.ServicePlan), ("ServicePlan", plan)));
        }
    }
}
