using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another plan has the same name, in any case of letters.</summary>
public sealed class PlanNameTaken : Policy<ServicePlan>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanNameTaken(Stored<ServicePlan> stored)
        : base("plan.name-taken", Severity.Warning, "The name is that of plan {OtherId}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<ServicePlan> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        var others = await stored.ListAsync(new PlansNamed(change.After.NameKey), cancellationToken).ConfigureAwait(false);
        foreach (var other in others.Concat(change.SavedAlong.Where(p => p.NameKey == change.After.NameKey)))
        {
            if (other.Id != change.After.Id)
            {
                found.Add(Violated(nameof(ServicePlan.Name), ("OtherId", other.Id)));
                return;
            }
        }
    }
}
