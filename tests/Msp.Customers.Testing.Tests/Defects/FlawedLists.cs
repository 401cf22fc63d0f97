using Msp.Customers.Queries;

namespace Msp.Customers.Testing.Tests.Defects;

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
        if (specification is not CustomersPage { Request: var request })
        {
            return found;
        }

        found = request.Token is null || last is null ? found : [.. found.Prepend(last).Take(request.Size + 1)];
        last = found.ElementAtOrDefault(request.Size - 1);
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
        if (specification is not CustomersPage { Request: var request })
        {
            return await Inner.ListAsync(specification, cancellationToken);
        }

        passed = request.Token is null ? 0 : passed + request.Size;
        var all = await Inner.ListAsync(
            new CustomersPage(request with { Token = null, Size = CustomerPageRequest.MaxSize }),
            cancellationToken
        );
        return [.. all.Skip(passed).Take(request.Size + 1)];
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
        Inner.AsAsyncEnumerable(new CustomersOfTenantType(TenantType.Sandbox));
}

// Pushes a question down into SQL, and gets it wrong.
internal sealed class Asks<TQuestion>(IRepositoryBase<Customer> inner, Func<TQuestion, ISpecification<Customer>> instead)
    : Decorated<Customer>(inner)
    where TQuestion : ISpecification<Customer>
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(specification is TQuestion question ? instead(question) : specification, cancellationToken);
}
