using Msp.Customers.Queries;

namespace Msp.Customers.Testing.Tests.Defects;

internal static class PageSpecification
{
    // A page asks for one customer more than it shows, and one without a filter that goes on has one condition.
    public static bool IsPage(this ISpecification<Customer> specification) =>
        specification is IFilteredSpecification && specification.Take > 0;

    public static bool IsFirstPage(this ISpecification<Customer> specification) => !specification.WhereExpressions.Any();
}

internal sealed class TrimsIds(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        id is string text ? Inner.GetByIdAsync(text.Trim(), cancellationToken) : Inner.GetByIdAsync(id, cancellationToken);
}

// As a driver writes text that is not well-formed: another character stands for each half of one.
internal static class Halves
{
    public static string Written(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}

internal sealed class ReadsWrittenIds(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        id is CustomerId customer
            ? Inner.GetByIdAsync(CustomerId.FromStored(Halves.Written(customer.Value)), cancellationToken)
            : Inner.GetByIdAsync(id, cancellationToken);
}

internal sealed class InOrderOf(IRepositoryBase<Customer> inner, IComparer<string> order) : Decorated<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).OrderBy(c => c.Account.AccountKey.Value, order)];
}

internal sealed class IdsInAnyOrder(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await Inner.ListAsync(cancellationToken)).OrderBy(c => c.Account.AccountName, StringComparer.Ordinal)];
}

internal sealed class SilentCap(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).Take(10)];
}

// Goes on at the last one shown, not after it.
internal sealed class OverlappingPages(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

// Pages by number of rows passed, so that who is added or removed meanwhile moves the rest.
internal sealed class PagesByOffset(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    private int passed;

    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    )
    {
        if (!specification.IsPage())
        {
            return await Inner.ListAsync(specification, cancellationToken);
        }

        passed = specification.IsFirstPage() ? 0 : passed + specification.Take - 1;
        var all = await Inner.ListAsync(new CustomersMatching(((IFilteredSpecification)specification).Filter), cancellationToken);
        return [.. all.Skip(passed).Take(specification.Take)];
    }
}

internal sealed class CountsThePage(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<int> CountAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        (await Inner.ListAsync(specification, cancellationToken)).Count;
}

internal sealed class AnyWithoutConditions(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<bool> AnyAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.AnyAsync(cancellationToken);
}

internal sealed class LastForFirst(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<Customer?> FirstOrDefaultAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => (await Inner.ListAsync(specification, cancellationToken)).LastOrDefault();
}

internal sealed class FirstForSingle(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<Customer?> SingleOrDefaultAsync(
        ISingleResultSpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => Inner.FirstOrDefaultAsync(specification, cancellationToken);
}

internal sealed class StreamsAll(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override IAsyncEnumerable<Customer> AsAsyncEnumerable(ISpecification<Customer> specification) =>
        Inner.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { TenantType = TenantType.Sandbox }));
}

// Pushes a question down into SQL, and gets it wrong.
internal sealed class Asks<TQuestion>(IRepositoryBase<Customer> inner, Func<TQuestion, ISpecification<Customer>> instead)
    : Decorated<Customer>(inner)
    where TQuestion : ISpecification<Customer>
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(specification is TQuestion question ? instead(question) : specification, cancellationToken);
}

// Pushes a filter down into SQL, and gets it wrong.
internal sealed class AsksAnother(IRepositoryBase<Customer> inner, Func<CustomerFilter, CustomerFilter> instead)
    : Decorated<Customer>(inner)
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(
            specification is CustomersMatching { Filter: var filter } ? new CustomersMatching(instead(filter)) : specification,
            cancellationToken
        );
}

internal sealed class ThrowsUnnamed(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class ListsWhatIsReadable(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class PagesWhatIsReadable(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).Where(r => r is not CustomerRow { UnreadableMember: not null })];
}

internal sealed class UnmarkedRows(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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
