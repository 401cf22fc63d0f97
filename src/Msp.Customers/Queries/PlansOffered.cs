namespace Msp.Customers.Queries;

/// <summary>The service plans that a new customer may choose, in order of name, then of id.</summary>
public sealed class PlansOffered : Specification<ServicePlan>, IBuiltInSpecification
{
    /// <summary>States the question.</summary>
    public PlansOffered()
    {
        Query.Where(p => !p.IsRetired).OrderBy(p => p.NameKey).ThenBy(p => p.Id);
        this.Complete();
    }
}
