using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Queries;

namespace Msp.Customers.EntityFrameworkCore;

// Reads a page of rows. A row that cannot be read is marked, and the page continues.
public sealed partial class DbContextCustomerStore<TContext>
{
    private protected override async Task<List<TResult>> ShapedAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken
    )
    {
        if (specification is not CustomerRowsPage page)
        {
            return await base.ShapedAsync(specification, cancellationToken).ConfigureAwait(false);
        }

        List<CustomerRow> rows;
        try
        {
            rows = await base.ShapedAsync(page, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableRowException)
        {
            rows = await OneByOneAsync(page, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e.IsOfStoredValue())
        {
            rows = await OneByOneAsync(page, cancellationToken).ConfigureAwait(false);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].UnreadableMember is null && rows[i].InvalidMember() is { } fault)
            {
                rows[i] = await KeyedAsync(rows[i] with { UnreadableMember = fault }, page.Sort, [], cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        return (List<TResult>)(object)rows;
    }

    private async Task<List<CustomerRow>> OneByOneAsync(CustomerRowsPage page, CancellationToken cancellationToken)
    {
        var ids = await RowsFor(page).Answering(page, IdOf).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<CustomerRow>();
        foreach (var id in ids)
        {
            try
            {
                rows.AddRange(await Rows.Where(HasId(id)).Select(page.Selector!).ToListAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e.IsOfStoredValue())
            {
                rows.Add(await MarkedAsync(id, page.Sort, cancellationToken).ConfigureAwait(false));
            }
        }

        return rows;
    }

    private async Task<CustomerRow> MarkedAsync(CustomerId id, CustomerSort sort, CancellationToken cancellationToken)
    {
        var row = Rows.Where(HasId(id));
        var unreadable = new List<string>();
        var marked = new CustomerRow(
            id,
            await OrDefaultAsync(nameof(CustomerRow.AccountName), c => c.Account.AccountName).ConfigureAwait(false) ?? "",
            await OrDefaultAsync(nameof(CustomerRow.OrganizationName), c => c.Account.OrganizationName).ConfigureAwait(false) ?? "",
            await OrDefaultAsync(nameof(CustomerRow.ServicePlan), c => c.ServicePlan).ConfigureAwait(false),
            await OrDefaultAsync(nameof(CustomerRow.TenantType), c => c.TenantType).ConfigureAwait(false),
            await OrDefaultAsync(nameof(CustomerRow.LicenseExpiryDate), c => c.LicenseExpiryDate).ConfigureAwait(false),
            await OrDefaultAsync(nameof(CustomerRow.RegisteredOn), c => c.RegisteredOn).ConfigureAwait(false),
            await OrDefaultAsync(nameof(CustomerRow.SuspendedOn), c => c.SuspendedOn).ConfigureAwait(false),
            await OrDefaultAsync(nameof(CustomerRow.ClosedOn), c => c.ClosedOn).ConfigureAwait(false)
        );
        return await KeyedAsync(marked with { UnreadableMember = unreadable.FirstOrDefault() ?? "" }, sort, unreadable, cancellationToken)
            .ConfigureAwait(false);

        async Task<TMember?> OrDefaultAsync<TMember>(string member, Expression<Func<Customer, TMember>> read)
        {
            try
            {
                return await row.Select(read).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e.IsOfStoredValue())
            {
                unreadable.Add(member);
                return default;
            }
        }
    }

    // Adds the stored sort key, after which the next page starts.
    private async Task<CustomerRow> KeyedAsync(
        CustomerRow marked,
        CustomerSort sort,
        List<string> unreadable,
        CancellationToken cancellationToken
    )
    {
        var row = Rows.Where(HasId(marked.Id));
        var names = sort switch
        {
            CustomerSort.AccountName => row.Select(c => c.Account.AccountKey),
            CustomerSort.OrganizationName => row.Select(c => c.Account.OrganizationKey),
            _ => null,
        };
        if (names is not null)
        {
            var key = await names.SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return marked with { Key = new CustomerRow.SortKey(key is not null, key?.Value) };
        }

        return unreadable.Contains(sort.ToString()) ? marked with { Key = new CustomerRow.SortKey(false, null) } : marked;
    }
}
