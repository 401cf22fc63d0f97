using Msp.Customers.Names;

namespace Msp.Customers.Queries;

/// <summary>The customers whose organization has one of some names, in any case of letters, in order of account name, then of id.</summary>
public sealed class CustomersByOrganization : Specification<Customer>, IKeyedSpecification<NameKey>, IBuiltInSpecification
{
    private readonly HashSet<NameKey> keys;

    /// <summary>States the names.</summary>
    /// <param name="organizations">One name or several, folded.</param>
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
