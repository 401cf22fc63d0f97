using System.Linq.Expressions;

namespace Msp.Customers.Queries;

/// <summary>The customers of a tenant type, in order of account name.</summary>
public sealed class CustomersOfTenantType : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="tenantType">The tenant type.</param>
    public CustomersOfTenantType(TenantType tenantType)
    {
        TenantType = tenantType;
        Query.Where(Predicate(tenantType)).InOrderOfName();
    }

    /// <summary>The tenant type.</summary>
    public TenantType TenantType { get; }

    internal static Expression<Func<Customer, bool>> Predicate(TenantType tenantType) => c => c.TenantType == tenantType;
}
