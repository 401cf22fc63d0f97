using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another customer has the same organization name, in any case of letters and with any white space.</summary>
public sealed class OrganizationNameTaken : Policy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal OrganizationNameTaken(Stored<Customer> stored)
        : base("organization-name.taken", Severity.Error, "The organization name is taken by customer {OtherId}.") => this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAsync(Change<Customer> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        var name = change.After.Account.OrganizationKey;
        if (change.Before?.Account.OrganizationKey == name)
        {
            return;
        }

        var others = await stored.ListAsync(new CustomersOfOrganization(name), cancellationToken).ConfigureAwait(false);
        foreach (var other in others.Concat(change.SavedAlong.Where(c => c.Account.OrganizationKey == name)))
        {
            if (other.Id != change.After.Id)
            {
                found.Add(Violated(nameof(CustomerDraft.OrganizationName), ("OtherId", other.Id)));
                return;
            }
        }
    }
}
