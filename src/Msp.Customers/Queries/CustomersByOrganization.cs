using Msp.Customers.Names;
using Msp.Customers.Queries;

namespace Msp.Customers;

/// <summary>
/// Finds the customers whose organization has one of several names, in order of account name, then of id. Letter case is ignored.
/// </summary>
public sealed class CustomersByOrganization : Specification<Customer>, IKeyedSpecification<NameKey>, IBuiltInSpecification
{
    private readonly HashSet<NameKey> keys;

    /// <summary>Creates the specification.</summary>
    /// <param name="organizations">The normalized organization names, one or more.</param>
    public CustomersByOrganization(params IEnumerable<NameKey> organizations)
    {
        ArgumentNullException.ThrowIfNull(organizations);
        keys = [.. organizations.Where(k => TextLimits.IsStorable(k.Value))];
        if (keys.Count == 1)
        {
            var name = keys.First();
            Query.Where(c => c.Account.OrganizationKey == name);
        }
        else
        {
            List<NameKey> all = [.. keys];
            Query.Where(c => all.Contains(c.Account.OrganizationKey));
        }

        Query.OrderBy(c => c.Account.AccountKey).ThenBy(c => c.Id);
        this.Complete();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<NameKey> Keys => keys;

    /// <inheritdoc/>
    public override bool IsSatisfiedBy(Customer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return keys.Contains(entity.Account.OrganizationKey);
    }
}
