using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the service plans with one of several names, in order of id. Letter case is ignored.</summary>
public sealed class PlansByName : Specification<ServicePlan>, IKeyedSpecification<NameKey>, IBuiltInSpecification
{
    private readonly HashSet<NameKey> keys;

    /// <summary>Creates the specification.</summary>
    /// <param name="names">The normalized names, one or more.</param>
    public PlansByName(params IEnumerable<NameKey> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        keys = [.. names.Where(k => TextLimits.IsStorable(k.Value))];
        List<NameKey> all = [.. keys];
        Query.Where(p => all.Contains(p.NameKey)).OrderBy(p => p.Id);
        this.Complete();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<NameKey> Keys => keys;
}
