using System.Linq.Expressions;
using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>The customers that subscribe to a service plan, in order of account name.</summary>
public sealed class CustomersOnPlan : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="servicePlan">The plan.</param>
    public CustomersOnPlan(PlanId servicePlan)
    {
        ArgumentNullException.ThrowIfNull(servicePlan);
        ServicePlan = servicePlan;
        Query.Where(Predicate(servicePlan)).InOrderOfName();
    }

    /// <summary>The plan.</summary>
    public PlanId ServicePlan { get; }

    internal static Expression<Func<Customer, bool>> Predicate(PlanId servicePlan) => c => c.ServicePlan == servicePlan;
}
