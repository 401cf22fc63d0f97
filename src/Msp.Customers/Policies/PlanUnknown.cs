using Msp.Customers.Plans;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a plan that is not stored. One that has it keeps it, so that it can still be suspended or closed.</summary>
public sealed class PlanUnknown : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanUnknown(Stored<ServicePlan> stored)
        : base("plan.unknown", Severity.Error, "There is no service plan {ServicePlan}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var chosen = changes.Choices();
        var offers = await stored
            .ListAsync(chosen.Select(c => c.Plan), plans => new PlanOffersOf(plans), cancellationToken)
            .ConfigureAwait(false);
        var known = offers.Select(o => o.Id).ToHashSet();
        foreach (var (plan, told) in chosen.Where(c => !known.Contains(c.Plan)))
        {
            told.Add(Violated(nameof(Customer.ServicePlan), ("ServicePlan", plan)));
        }
    }
}
