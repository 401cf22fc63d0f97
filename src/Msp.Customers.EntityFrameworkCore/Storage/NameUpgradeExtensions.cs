using Microsoft.EntityFrameworkCore;
using Msp.Customers.Names;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>Upgrades the normalized names in a database to the normalization of the installed version of the library.</summary>
public static class NameUpgradeExtensions
{
    /// <summary>Normalizes the names of all customers and plans again, in one transaction, after an upgrade of the library.</summary>
    /// <param name="context">
    /// A context whose model calls <c>ApplyMspCustomers</c>, after its migrations. The call does not change which entities it tracks.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; nothing is changed then.</param>
    /// <returns>
    /// The customers whose normalized organization name equals that of another customer, by MSP and id; empty when all names differ, or
    /// when the database allows equal names.
    /// </returns>
    /// <remarks>
    /// A customer whose organization name now equals that of another customer keeps its normalized name and is returned. A host renames one
    /// of the two, or leaves both. Nothing is deleted, and versions do not change. The call reads all names and writes only those that
    /// differ, so that a host can call it at each start. Stop hosts of an older version before the call.
    /// </remarks>
    public static Task<IReadOnlyList<DuplicateOrganizationName>> UpgradeMspCustomersNamesAsync(
        this DbContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        return context
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async Task<IReadOnlyList<DuplicateOrganizationName>> (cancel) =>
                {
                    if (context.Database.CurrentTransaction is not null)
                    {
                        return await FoldAsync(context, cancel).ConfigureAwait(false);
                    }

                    var transaction = await context.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        var shared = await FoldAsync(context, cancel).ConfigureAwait(false);
                        await transaction.CommitAsync(cancel).ConfigureAwait(false);
                        return shared;
                    }
                },
                cancellationToken
            );
    }

    private static async Task<IReadOnlyList<DuplicateOrganizationName>> FoldAsync(DbContext context, CancellationToken cancellationToken)
    {
        await FoldPlansAsync(context, cancellationToken).ConfigureAwait(false);
        return await FoldCustomersAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private static async Task FoldPlansAsync(DbContext context, CancellationToken cancellationToken)
    {
        var plans = await context
            .Set<ServicePlan>()
            .Select(p => new
            {
                Msp = EF.Property<string>(p, MspColumn.Name),
                p.Id,
                p.Name,
                p.NameKey,
            })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var plan in plans)
        {
            var key = NameKey.Of(plan.Name);
            if (key != plan.NameKey)
            {
                await context
                    .Set<ServicePlan>()
                    .OfMsp(plan.Msp)
                    .Where(p => p.Id == plan.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.NameKey, key), cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    private static async Task<IReadOnlyList<DuplicateOrganizationName>> FoldCustomersAsync(
        DbContext context,
        CancellationToken cancellationToken
    )
    {
        var names = await context
            .Set<Customer>()
            .Select(c => new Names(
                EF.Property<string>(c, MspColumn.Name),
                c.Id,
                c.Account.AccountName,
                c.Account.OrganizationName,
                c.Account.AccountKey,
                c.Account.OrganizationKey,
                c.Account.SearchText
            ))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        names.Sort((a, b) => string.CompareOrdinal(a.Msp, b.Msp) is var msp and not 0 ? msp : a.Id.CompareTo(b.Id));
        var isUnique = context.Model.HasUniqueOrganizationNames();

        // A stored key belongs to its customer. Of several customers that get the same new key, the first one takes it.
        var owners = names.DistinctBy(n => (n.Msp, n.OrganizationKey)).ToDictionary(n => (n.Msp, n.OrganizationKey), n => n.Id);
        var shared = new List<DuplicateOrganizationName>();
        foreach (var stored in names)
        {
            var account = new AccountDetails(stored.AccountName, stored.OrganizationName, null, null);
            var key = account.OrganizationKey;
            if (isUnique && !owners.TryAdd((stored.Msp, key), stored.Id) && owners[(stored.Msp, key)] != stored.Id)
            {
                shared.Add(new DuplicateOrganizationName(new MspId(stored.Msp), stored.Id, owners[(stored.Msp, key)]));
                key = stored.OrganizationKey;
            }

            if ((account.AccountKey, key, account.SearchText) != (stored.AccountKey, stored.OrganizationKey, stored.SearchText))
            {
                await context
                    .Set<Customer>()
                    .OfMsp(stored.Msp)
                    .Where(c => c.Id == stored.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(c => c.Account.AccountKey, account.AccountKey)
                                .SetProperty(c => c.Account.OrganizationKey, key)
                                .SetProperty(c => c.Account.SearchText, account.SearchText),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        }

        return shared;
    }

    private sealed record Names(
        string Msp,
        CustomerId Id,
        string AccountName,
        string OrganizationName,
        NameKey AccountKey,
        NameKey OrganizationKey,
        string SearchText
    );
}

/// <summary>A customer whose organization name has become equal to that of another customer.</summary>
/// <param name="Msp">The MSP of both customers.</param>
/// <param name="Customer">The id of the customer, which is stored without a change.</param>
/// <param name="Other">The id of the customer that is found by the name.</param>
public sealed record DuplicateOrganizationName(MspId Msp, CustomerId Customer, CustomerId Other);
