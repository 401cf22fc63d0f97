using Msp.Customers.Plans;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A new plan has the id of one that is stored.</summary>
public sealed class PlanExistsAlready : BatchPolicy<ServicePlan>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanExistsAlready(Stored<ServicePlan> stored)
        : base("plan.exists-already", Severity.Error, "The id {Id} is another plan's.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<ServicePlan>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var added = changes.Where(c => c.Change.IsNew).ToList();
        var offers = await stored
            .ListAsync(added.Select(c => c.Change.After.Id), plans => new PlanOffersOf(plans), cancellationToken)
            .ConfigureAwait(false);
        var taken = offers.Select(o => o.Id).ToHashSet();
        var before = new SavedBefore<ServicePlan, PlanId>(p => [p.Id]);
        foreach (var (change, told) in added)
        {
            var id = change.After.Id;
            if (taken.Contains(id) || before.Having(id, change).Any())
            {
                told.Add(Violated(nameof(ServicePlan.Id), ("Id", id)));
            }
        }
    }
}
