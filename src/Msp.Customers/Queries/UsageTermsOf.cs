namespace Msp.Customers.Queries;

/// <summary>By what the usage of some customers is dated, without reading the customers whole.</summary>
public sealed class UsageTermsOf : Specification<Customer, UsageTerms>
{
    /// <summary>Asks.</summary>
    /// <param name="customers">The customers; those that are not stored are left out of the answer.</param>
    public UsageTermsOf(IEnumerable<CustomerId> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        List<CustomerId> ids = [.. customers];
        Ids = ids;
        Query.Where(c => ids.Contains(c.Id));
        Query.Select(c => new UsageTerms(c.Id, c.TimeZone, c.UsageClosedThrough));
    }

    /// <summary>The customers.</summary>
    public IReadOnlyList<CustomerId> Ids { get; }
}
