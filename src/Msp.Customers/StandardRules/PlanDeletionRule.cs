namespace Msp.Customers.Rules;

// A plan that customers subscribe to cannot be deleted.
internal sealed class PlanDeletionRule(IReadRepositoryBase<Customer> customers) : DeletionRule<ServicePlan>(PlanInUse)
{
    public static readonly RuleDescriptor PlanInUse = new(
        "deletion.plan-in-use",
        Severity.Error,
        "{Count} customers use the plan. Retire it instead.",
        ("Count", typeof(int))
    );

    public override async ValueTask EvaluateAsync(IReadOnlyList<Deletion<ServicePlan>> deletions, CancellationToken cancellationToken)
    {
        foreach (var deletion in deletions)
        {
            var subscribed = new CustomersMatching(new CustomerFilter { ServicePlan = deletion.Stored.Id });
            if (await customers.CountAsync(subscribed, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                deletion.Report(PlanInUse, "", ("Count", count));
            }
        }
    }
}
