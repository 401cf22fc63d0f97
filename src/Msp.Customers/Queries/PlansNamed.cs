using Msp.Customers.Names;
using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>The service plans with a name, in any case of letters.</summary>
public sealed class PlansNamed : Specification<ServicePlan>
{
    /// <summary>Asks.</summary>
    /// <param name="name">The name, folded.</param>
    public PlansNamed(NameKey name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Query.Where(p => p.NameKey == name).OrderBy(p => p.Id);
    }

    /// <summary>The name, folded.</summary>
    public NameKey Name { get; }
}
