using Msp.Customers.Names;
using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>The service plans with one of some names, in any case of letters, in order of id.</summary>
public sealed class PlansWithNames : Specification<ServicePlan>
{
    /// <summary>Asks.</summary>
    /// <param name="names">The names, folded.</param>
    public PlansWithNames(IEnumerable<NameKey> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        List<NameKey> wanted = [.. names];
        Names = wanted;
        Query.Where(p => wanted.Contains(p.NameKey)).OrderBy(p => p.Id);
    }

    /// <summary>The names, folded.</summary>
    public IReadOnlyList<NameKey> Names { get; }
}
