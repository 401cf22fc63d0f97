using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the customers with one of several references to other systems, in order of id.</summary>
public sealed class CustomersByReference : Specification<Customer>, IKeyedSpecification<ExternalReference>, IBuiltInSpecification
{
    private readonly HashSet<ExternalReference> keys;

    /// <summary>Creates the specification.</summary>
    /// <param name="references">The references, one or more.</param>
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
            // Systems and ids are separate lists that a database seeks in its index. The text of both, separated by a line break that
            // neither part can contain, finds the pairs.
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
