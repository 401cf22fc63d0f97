using System.Linq.Expressions;

namespace Msp.Customers.Testing.Tests.Defects;

// A specification in the words of another, but for what a store gets wrong. It has what every store honours, and nothing else.
internal sealed class Restatement : Specification<Customer>
{
    public Restatement(
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

internal sealed class Restates(
    IRepositoryBase<Customer> inner,
    Func<IRepositoryBase<Customer>, ISpecification<Customer>, ISpecification<Customer>> instead
) : Decorated<Customer>(inner)
{
    public override Task<List<Customer>> ListAsync(ISpecification<Customer> specification, CancellationToken cancellationToken = default) =>
        Inner.ListAsync(instead(Inner, specification), cancellationToken);

    public override Task<Customer?> FirstOrDefaultAsync(
        ISpecification<Customer> specification,
        CancellationToken cancellationToken = default
    ) => Inner.FirstOrDefaultAsync(instead(Inner, specification), cancellationToken);
}

internal sealed class ShapesReversed(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<Customer, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).AsEnumerable().Reverse()];
}

internal sealed class AnswersAnything(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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

internal sealed class FindsByAnyId(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
{
    public override Task<Customer?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default) =>
        Inner.GetByIdAsync(id.ToString()!, cancellationToken);
}

internal sealed class PlansInOrderOfId(IRepositoryBase<ServicePlan> inner) : Decorated<ServicePlan>(inner)
{
    public override async Task<List<ServicePlan>> ListAsync(
        ISpecification<ServicePlan> specification,
        CancellationToken cancellationToken = default
    ) => [.. (await Inner.ListAsync(specification, cancellationToken)).OrderBy(p => p.Id)];
}

internal sealed class TakesWrongValues(IRepositoryBase<Customer> inner) : Decorated<Customer>(inner)
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
