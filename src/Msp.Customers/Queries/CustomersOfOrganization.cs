using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The customers whose organization has a name, in any case of letters, in order of account name: one at most, unless the host allows more.</summary>
public sealed class CustomersOfOrganization : Specification<Customer>
{
    /// <summary>Asks.</summary>
    /// <param name="organization">The organization's name, folded.</param>
    public CustomersOfOrganization(NameKey organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        Organization = organization;
        Query.Where(c => c.Account.OrganizationKey == organization).InOrderOfName();
    }

    /// <summary>The organization's name, folded.</summary>
    public NameKey Organization { get; }
}
