using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Queries;

namespace Msp.Customers.EntityFrameworkCore.Storage;

/// <summary>The customers in a context whose model has <c>ApplyMspCustomers</c>.</summary>
/// <typeparam name="TContext">The context.</typeparam>
public sealed class ContextCustomers<TContext> : ContextRepository<Customer, CustomerId>
    where TContext : DbContext
{
    /// <summary>Makes the repository.</summary>
    /// <param name="context">The context.</param>
    public ContextCustomers(TContext context)
        : base(context)
    {
    }

    private protected override Expression<Func<Customer, object?>> IdOf => c => c.Id;

    private protected override CustomerId ToId(object id) => id as CustomerId ?? new CustomerId(id.ToString()!);

    private protected override CustomerId KeyOf(Customer entity) => entity.Id;

    private protected override Expression<Func<Customer, bool>> HasId(CustomerId id) => c => c.Id == id;

    private protected override Expression<Func<Customer, bool>> IsAmong(List<CustomerId> ids) => c => ids.Contains(c.Id);

    private protected override IQueryable<StoredVersion> Versions(IQueryable<Customer> rows) => rows.Select(c => new StoredVersion(c.Id, c.Version));

    private protected override long VersionOf(Customer entity) => entity.Version;

    private protected override long StoredVersionOf(Customer entity) => entity.StoredVersion;

    private protected override void MarkStored(Customer entity) => entity.MarkStored();

    private protected override void Become(Customer kept, Customer given) => kept.Become(given.ToSnapshot());

    private protected override async Task<bool> ConflictsAsync(Customer entity, CancellationToken cancellationToken)
    {
        if (await Rows.AnyAsync(c => c.Id == entity.Id ? entity.StoredVersion == 0 : c.Account.OrganizationKey == entity.Account.OrganizationKey, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        foreach (var reference in entity.References)
        {
            if (await Rows.Matching(new CustomerWithReference(reference)).AnyAsync(c => c.Id != entity.Id, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }
}
