using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another plan has the same name, in any case of letters.</summary>
public sealed class PlanNameTaken : BatchPolicy<ServicePlan>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanNameTaken(Stored<ServicePlan> stored)
        : base("plan.name-taken", Severity.Warning, "The name is that of plan {OtherId}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<ServicePlan>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var found = await stored
            .ListAsync(changes.Select(c => c.Change.After.NameKey), names => new PlansByName(names), cancellationToken)
            .ConfigureAwait(false);
        var others = found.ToLookup(p => p.NameKey);
        var before = new SavedBefore<ServicePlan, NameKey>(p => [p.NameKey]);
        foreach (var (change, told) in changes)
        {
            var name = change.After.NameKey;
            if (others[name].Concat(before.Having(name, change)).FirstOrDefault(p => p.Id != change.After.Id) is { } other)
            {
                told.Add(Violated(nameof(ServicePlan.Name), ("OtherId", other.Id)));
            }
        }
    }
}
