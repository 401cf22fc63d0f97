using Msp.Customers.Plans;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

internal static class PlanChoices
{
    // Whoever keeps a plan does not choose it.
    public static List<(PlanId Plan, ICollection<Violation> Found)> Choices(this IEnumerable<JudgedChange<Customer>> changes) =>
        [
            .. changes
                .Where(c => c.Change.After.ServicePlan is not null && c.Change.Before?.ServicePlan != c.Change.After.ServicePlan)
                .Select(c => (c.Change.After.ServicePlan!, c.Found)),
        ];
}
