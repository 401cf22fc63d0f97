using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Rules;

namespace Msp.Customers.StandardRules;

// A plan that customers subscribe to is not deleted.
internal sealed class PlanDeletion(IReadRepositoryBase<Customer> customers) : DeletionRule<ServicePlan>(InUse)
{
    public static readonly RuleDescriptor InUse = new(
        "removal.plan-in-use",
        Severity.Error,
        "{Count} customers are on the plan; retire it instead.",
        ("Count", typeof(int))
    );

    public override async ValueTask EvaluateAsync(IReadOnlyList<Deletion<ServicePlan>> deletions, CancellationToken cancellationToken)
    {
        foreach (var deletion in deletions)
        {
            var subscribed = new CustomersMatching(new CustomerFilter { ServicePlan = deletion.Stored.Id });
            if (await customers.CountAsync(subscribed, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                deletion.Report(InUse, "", ("Count", count));
            }
        }
    }
}
