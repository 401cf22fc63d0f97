using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The customers whose organization has one of some names, in any case of letters, in order of account name.</summary>
public sealed class CustomersOfOrganizations : Specification<Customer>
{
    private readonly HashSet<NameKey> wanted;

    /// <summary>Asks.</summary>
    /// <param name="organizations">The organizations' names, folded.</param>
    public CustomersOfOrganizations(IEnumerable<NameKey> organizations)
    {
        ArgumentNullException.ThrowIfNull(organizations);
        wanted = [.. organizations];
        List<NameKey> names = [.. wanted];
        Organizations = names;
        Query.Where(c => names.Contains(c.Account.OrganizationKey)).InOrderOfName();
    }

    /// <summary>The organizations' names, folded.</summary>
    public IReadOnlyList<NameKey> Organizations { get; }

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return wanted.Contains(entity.Account.OrganizationKey);
    }
}
