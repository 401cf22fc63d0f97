using Msp.Customers.Queries;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class PageSpecification
{
    // A page requests one customer more than it returns. A later page without a filter has one condition.
    public static bool IsPage(this ISpecification<Customer> specification) =>
        specification is IFilteredSpecification && specification.Take > 0;

    public static bool IsFirstPage(this ISpecification<Customer> specification) => !specification.WhereExpressions.Any();
}

internal sealed class TrimsIds(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        id is string text ? Inner.GetByIdAsync(text.Trim(), cancellationToken) : Inner.GetByIdAsync(id, cancellationToken);
}

// Replaces unpaired surrogates, as some database drivers do.
internal static class UnpairedSurrogates
{
    public static string Replace(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}

internal sealed class ReplacesSurrogatesInIds(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        id is CustomerId customer
            ? Inner.GetByIdAsync(CustomerId.FromStored(UnpairedSurrogates.Replace(customer.Value)), cancellationToken)
            : Inner.GetByIdAsync(id, cancellationToken);
}

internal sealed class SortsNames(IRepositoryBase<Customer> inner, IComparer<string> order) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).OrderBy(c => c.Account.AccountKey.Value, order)];
}

internal sealed class SortsCustomersByName(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await Inner.ListAsync(cancellationToken)).OrderBy(c => c.Account.AccountName, StringComparer.Ordinal)];
}

internal sealed class ReturnsFirstTen(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).Take(10)];
}

// Starts a page with the last customer of the previous page, not after it.
internal sealed class OverlappingPages(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    private Customer? last;

    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    )
    {
        var found = await Inner.ListAsync(specification, cancellationToken);
        if (!specification.IsPage())
        {
            return found;
        }

        found = specification.IsFirstPage() || last is null ? found : [.. found.Prepend(last).Take(specification.Take)];
        last = found.ElementAtOrDefault(specification.Take - 2);
        return found;
    }
}

// Uses the number of rows as the position, so that added or deleted customers change the rest.
internal sealed class PagesByOffset(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    private int skipped;

    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    )
    {
        if (!specification.IsPage())
        {
            return await Inner.ListAsync(specification, cancellationToken);
        }

        skipped = specification.IsFirstPage() ? 0 : skipped + specification.Take - 1;
        var all = await Inner.ListAsync(new CustomersMatching(((IFilteredSpecification)specification).Filter), cancellationToken);
        return [.. all.Skip(skipped).Take(specification.Take)];
    }
}

internal sealed class CountsPage(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<int> CountAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        (await Inner.ListAsync(specification, cancellationToken)).Count;
}

internal sealed class IgnoresConditionsInAny(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<bool> AnyAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.AnyAsync(cancellationToken);
}

internal sealed class ReturnsLastForFirst(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<Customer?> FirstOrDefaultAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => (await Inner.ListAsync(specification, cancellationToken)).LastOrDefault();
}

internal sealed class ReturnsFirstForSingle(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<Customer?> SingleOrDefaultAsync(
        ISingleResultSpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => Inner.FirstOrDefaultAsync(specification, cancellationToken);
}

internal sealed class StreamsOtherCustomers(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override IAsyncEnumerable<Customer> AsAsyncEnumerable(ISpecification<Customer> specification) =>
        Inner.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { TenantType = TenantType.Sandbox }));
}

// Translates a query incorrectly.
internal sealed class ReplacesQuery<TQuery>(IRepositoryBase<Customer> inner, Func<TQuery, ISpecification<Customer>> instead)
    : RepositoryDecorator<Customer>(inner)
    where TQuery : ISpecification<Customer>
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(specification is TQuery query ? instead(query) : specification, cancellationToken);
}

// Translates a filter incorrectly.
internal sealed class ReplacesFilter(IRepositoryBase<Customer> inner, Func<CustomerFilter, CustomerFilter> instead)
    : RepositoryDecorator<Customer>(inner)
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(
            specification is CustomersMatching { Filter: var filter } ? new CustomersMatching(instead(filter)) : specification,
            cancellationToken
        );
}

internal sealed class ReplacesUnreadableRow(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : default
    {
        try
        {
            return await Inner.GetByIdAsync(id, cancellationToken);
        }
        catch (UnreadableRowException)
        {
            throw new ArgumentException("The account name is empty.");
        }
    }
}

internal sealed class ReturnsEmptyListWhenUnreadable(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await Inner.ListAsync(cancellationToken);
        }
        catch (UnreadableRowException)
        {
            return [];
        }
    }
}

internal sealed class OmitsUnreadableRows(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).Where(r => r is not CustomerRow { UnreadableMember: not null })];
}

internal sealed class DoesNotMarkUnreadableRows(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken = default
    ) =>
        [
            .. (await Inner.ListAsync(specification, cancellationToken)).Select(r =>
                r is CustomerRow { UnreadableMember: not null } row ? (TResult)(object)(row with { UnreadableMember = null }) : r
            ),
        ];
}
