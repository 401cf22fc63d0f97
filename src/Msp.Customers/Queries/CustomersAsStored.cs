namespace Msp.Customers.Queries;

/// <summary>Some customers as they are stored, in order of id, never the instances that a unit of work already holds.</summary>
public sealed class CustomersAsStored : Specification<Customer>
{
    private readonly HashSet<CustomerId> wanted;

    /// <summary>Asks.</summary>
    /// <param name="customers">The customers; those that are not stored are left out of the answer.</param>
    public CustomersAsStored(IEnumerable<CustomerId> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        wanted = [.. customers];
        List<CustomerId> ids = [.. wanted];
        Ids = ids;
        Query.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).AsNoTracking();
    }

    /// <summary>The customers.</summary>
    public IReadOnlyList<CustomerId> Ids { get; }

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return wanted.Contains(entity.Id);
    }
}
