using System.Linq.Expressions;
using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The customers whose account or organization has a name, in any case of letters and with any white space, in order of account name.</summary>
public sealed class CustomersNamed : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="name">The whole name.</param>
    public CustomersNamed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = NameKey.Of(name);
        Query.Where(Predicate(Name)).InOrderOfName();
    }

    /// <summary>The name folded for comparison.</summary>
    public NameKey Name { get; }

    internal static Expression<Func<Customer, bool>> Predicate(NameKey name) =>
        c => c.Account.AccountKey == name || c.Account.OrganizationKey == name;
}
