namespace Msp.Customers.Queries;

/// <summary>The customers that other systems know by one of some ids, in order of id.</summary>
public sealed class CustomersByReference : Specification<Customer>, IKeyedSpecification<ExternalReference>, IBuiltInSpecification
{
    private readonly HashSet<ExternalReference> keys;

    /// <summary>States the references.</summary>
    /// <param name="references">One reference or several.</param>
    public CustomersByReference(params IEnumerable<ExternalReference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        keys = [.. references];
        if (keys.Count == 1)
        {
            var (system, id) = (keys.First().System, keys.First().Id);
            Query.Where(c => c.References.Any(r => r.System == system && r.Id == id));
        }
        else
        {
            // A database seeks systems and ids in its index, and sees by both in one text which belong together: no part has a line break.
            var systems = keys.Select(r => r.System).Distinct().ToList();
            var ids = keys.Select(r => r.Id).Distinct().ToList();
            var both = keys.Select(r => r.System + "\n" + r.Id).ToList();
            Query.Where(c =>
                c.References.Any(r => systems.Contains(r.System) && ids.Contains(r.Id) && both.Contains(r.System + "\n" + r.Id))
            );
        }

        Query.OrderBy(c => c.Id);
        this.Complete();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<ExternalReference> Keys => keys;

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.References.Any(keys.Contains);
    }
}
