using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the service plans that a new customer can choose, in order of name, then of id.</summary>
public sealed class PlansOffered : Specification<ServicePlan>, IBuiltInSpecification
{
    /// <summary>Creates the specification.</summary>
    public PlansOffered()
    {
        Query.Where(p => !p.IsRetired).OrderBy(p => p.NameKey).ThenBy(p => p.Id);
        this.Complete();
    }
}
