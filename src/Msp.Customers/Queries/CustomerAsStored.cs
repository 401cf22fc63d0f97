namespace Msp.Customers.Queries;

/// <summary>A customer as it is stored, never the instance that a unit of work already holds.</summary>
public sealed class CustomerAsStored : SingleResultSpecification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="id">The customer.</param>
    public CustomerAsStored(CustomerId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Query.Where(c => c.Id == id).AsNoTracking();
    }

    /// <summary>The customer.</summary>
    public CustomerId Id { get; }
}
