using System.Linq.Expressions;

namespace Msp.Customers.Testing.Tests.Defects;

// A copy of a specification with one difference. It has only the statements that every store supports.
internal sealed class ModifiedSpecification : Specification<Customer>
{
    public ModifiedSpecification(
        ISpecification<Customer> of,
        Func<Expression, Expression>? condition = null,
        IReadOnlyList<SearchExpressionInfo<Customer>>? searches = null,
        IReadOnlyList<OrderExpressionInfo<Customer>>? orders = null,
        int? skip = null,
        int? take = null
    )
    {
        foreach (var where in of.WhereExpressions)
        {
            Query.Where((Expression<Func<Customer, bool>>)(condition is null ? where.Filter : condition(where.Filter)));
        }

        foreach (var search in searches ?? of.SearchCriterias)
        {
            Query.Search(search.Selector, search.SearchTerm, search.SearchGroup);
        }

        IOrderedSpecificationBuilder<Customer>? ordered = null;
        foreach (var order in orders ?? of.OrderExpressions)
        {
            ordered = order.OrderType switch
            {
                OrderTypeEnum.OrderBy => Query.OrderBy(order.KeySelector),
                OrderTypeEnum.OrderByDescending => Query.OrderByDescending(order.KeySelector),
                OrderTypeEnum.ThenBy => ordered!.ThenBy(order.KeySelector),
                _ => ordered!.ThenByDescending(order.KeySelector),
            };
        }

        Query.Skip(skip ?? of.Skip);
        Query.Take(take ?? of.Take);
    }
}

internal sealed class ReplacesSpecification(
    IRepositoryBase<Customer> inner,
    Func<IRepositoryBase<Customer>, ISpecification<Customer>, ISpecification<Customer>> instead
) : RepositoryDecorator<Customer>(inner)
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(instead(Inner, specification), cancellationToken);

    public override Task<Customer?> FirstOrDefaultAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => Inner.FirstOrDefaultAsync(instead(Inner, specification), cancellationToken);
}

internal sealed class ReversesProjections(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).AsEnumerable().Reverse()];
}

internal sealed class IgnoresUnsupported(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await Inner.ListAsync(specification, cancellationToken);
        }
        catch (NotSupportedException)
        {
            return await Inner.ListAsync(cancellationToken);
        }
    }
}

internal sealed class AcceptsAnyIdType(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        Inner.GetByIdAsync(id.ToString()!, cancellationToken);
}

internal sealed class SortsPlansById(IRepositoryBase<ServicePlan> inner) : RepositoryDecorator<ServicePlan>(inner)
{
    public override async Task<List<ServicePlan>> ListAsync(
        ISpecification<ServicePlan> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).OrderBy(p => p.Id)];
}

internal sealed class AcceptsInvalidValues(IRepositoryBase<Customer> inner) : RepositoryDecorator<Customer>(inner)
{
    public override async Task<List<Customer>> ListAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await Inner.ListAsync(specification, cancellationToken);
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
