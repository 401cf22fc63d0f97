namespace Msp.Customers.Queries;

/// <summary>The customers that other systems know by one of some ids, in order of id.</summary>
public sealed class CustomersWithReferences : Specification<Customer>
{
    private readonly HashSet<ExternalReference> wanted;

    /// <summary>Asks.</summary>
    /// <param name="references">The other systems and their ids.</param>
    public CustomersWithReferences(IEnumerable<ExternalReference> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        wanted = [.. references];
        References = [.. wanted];

        // A database seeks systems and ids in its index, and sees by both in one text which belong together: no part has a line break.
        var systems = wanted.Select(r => r.System).Distinct().ToList();
        var ids = wanted.Select(r => r.Id).Distinct().ToList();
        var both = wanted.Select(r => r.System + "\n" + r.Id).ToList();
        Query
            .Where(c => c.References.Any(r => systems.Contains(r.System) && ids.Contains(r.Id) && both.Contains(r.System + "\n" + r.Id)))
            .OrderBy(c => c.Id);
    }

    /// <summary>The other systems and their ids.</summary>
    public IReadOnlyList<ExternalReference> References { get; }

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.References.Any(wanted.Contains);
    }
}
