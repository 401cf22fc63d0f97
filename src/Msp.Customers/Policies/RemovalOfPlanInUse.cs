using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A plan that customers subscribe to is to be deleted.</summary>
public sealed class RemovalOfPlanInUse : RemovalPolicy<ServicePlan>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal RemovalOfPlanInUse(Stored<Customer> stored)
        : base("removal.plan-in-use", Severity.Error, "{Count} customers are on the plan; retire it instead.") =>
        this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(
        ServicePlan plan,
        LocalDate today,
        ICollection<Violation> found,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(found);
        var count = await stored
            .CountAsync(new CustomersMatching(new CustomerFilter { ServicePlan = plan.Id }), cancellationToken)
            .ConfigureAwait(false);
        if (count > 0)
        {
            found.Add(Violated("", ("Count", count)));
        }
    }
}
