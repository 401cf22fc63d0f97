using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>Finds the customers with one of several ids, in order of id.</summary>
/// <remarks>Ids are compared exactly as they are stored. Ids that are not stored, or that a store cannot hold, are ignored.</remarks>
public sealed class CustomersById : Specification<Customer>, IKeyedSpecification<CustomerId>, IBuiltInSpecification
{
    private readonly HashSet<CustomerId> keys;

    /// <summary>Creates the specification.</summary>
    /// <param name="ids">The ids, one or more.</param>
    public CustomersById(params IEnumerable<CustomerId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        keys = [.. ids.Where(id => TextLimits.IsStorable(id.Value))];
        if (keys.Count == 1)
        {
            var id = keys.First();
            Query.Where(c => c.Id == id);
        }
        else
        {
            List<CustomerId> all = [.. keys];
            Query.Where(c => all.Contains(c.Id));
        }

        Query.OrderBy(c => c.Id);
        Query.AsNoTracking();
        this.Complete();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomerId> Keys => keys;

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return keys.Contains(entity.Id);
    }
}
