using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A new plan has the id of one that is stored.</summary>
public sealed class PlanExistsAlready : Policy<ServicePlan>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanExistsAlready(Stored<ServicePlan> stored)
        : base("plan.exists-already", Severity.Error, "The id {Id} is another plan's.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<ServicePlan> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.IsNew && (change.SavedAlong.Any(p => p.Id == change.After.Id)
            || await stored.AnyAsync(new PlanAsStored(change.After.Id), cancellationToken).ConfigureAwait(false)))
        {
            found.Add(Violated(nameof(ServicePlan.Id), ("Id", change.After.Id)));
        }
    }
}
