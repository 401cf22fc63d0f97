using System.Linq.Expressions;
using Msp.Customers.Plans;

namespace Msp.Customers.Queries;

/// <summary>The customers that store data in a region, in order of account name.</summary>
public sealed class CustomersInRegion : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="region">The region.</param>
    public CustomersInRegion(StorageRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        Region = region;
        Query.Where(Predicate(region)).InOrderOfName();
    }

    /// <summary>The region.</summary>
    public StorageRegion Region { get; }

    internal static Expression<Func<Customer, bool>> Predicate(StorageRegion region) =>
        c => c.StorageRegions.Any(r => r.Name == region.Name);
}
