using Msp.Customers.Plans;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>A customer chooses a plan that is no longer offered. One that has it keeps it.</summary>
public sealed class PlanRetired : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<ServicePlan> stored;

    internal PlanRetired(Stored<ServicePlan> stored)
        : base("plan.retired", Severity.Error, "The service plan {ServicePlan} is retired and can no longer be chosen.") =>
        this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var chosen = changes.Choices();
        var offers = await stored
            .ListAsync(chosen.Select(c => c.Plan), plans => new PlanOffersOf(plans), cancellationToken)
            .ConfigureAwait(false);
        var retired = offers.Where(o => o.IsRetired).Select(o => o.Id).ToHashSet();
        foreach (var (plan, told) in chosen.Where(c => retired.Contains(c.Plan)))
        {
            told.Add(Violated(nameof(Customer.ServicePlan), ("ServicePlan", plan)));
        }
    }
}
