namespace Msp.Customers.Queries;

/// <summary>The customer that another system knows by an id.</summary>
public sealed class CustomerWithReference : SingleResultSpecification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="reference">The other system and its id.</param>
    public CustomerWithReference(ExternalReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Reference = reference;
        Query.Where(c => c.References.Any(r => r.System == reference.System && r.Id == reference.Id));
    }

    /// <summary>The other system and its id.</summary>
    public ExternalReference Reference { get; }
}
