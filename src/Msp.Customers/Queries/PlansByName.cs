using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The service plans with one of some names, in any case of letters, in order of id.</summary>
public sealed class PlansByName : Specification<ServicePlan>, IKeyedSpecification<NameKey>, IBuiltInSpecification
{
    private readonly HashSet<NameKey> keys;

    /// <summary>States the names.</summary>
    /// <param name="names">One name or several, folded.</param>
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
