using Msp.Customers.Names;
using Msp.Customers.Queries;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Policies;

/// <summary>Another customer has the same organization name, in any case of letters and with any white space.</summary>
public sealed class OrganizationNameTaken : BatchPolicy<Customer>
{
    private readonly IReadRepositoryBase<Customer> stored;

    internal OrganizationNameTaken(Stored<Customer> stored)
        : base("organization-name.taken", Severity.Error, "The organization name is taken by customer {OtherId}.") =>
        this.stored = stored.Repository;

    /// <inheritdoc/>
    public override async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var named = changes.Where(c => c.Change.Before?.Account.OrganizationKey != c.Change.After.Account.OrganizationKey).ToList();
        var found = await stored
            .ListAsync(
                named.Select(c => c.Change.After.Account.OrganizationKey),
                names => new CustomersByOrganization(names),
                cancellationToken
            )
            .ConfigureAwait(false);
        var others = found.ToLookup(c => c.Account.OrganizationKey);
        var before = new SavedBefore<Customer, NameKey>(c => [c.Account.OrganizationKey]);
        foreach (var (change, told) in named)
        {
            var name = change.After.Account.OrganizationKey;
            if (others[name].Concat(before.Having(name, change)).FirstOrDefault(c => c.Id != change.After.Id) is { } other)
            {
                told.Add(Violated(nameof(CustomerDraft.OrganizationName), ("OtherId", other.Id)));
            }
        }
    }
}
