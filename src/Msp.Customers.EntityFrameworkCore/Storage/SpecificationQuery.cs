using System.Linq.Expressions;

namespace Msp.Customers.EntityFrameworkCore.Storage;

// Turns a specification into a query of Entity Framework Core.
internal static class SpecificationQuery
{
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, ISpecification<T> question)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(question);
        foreach (var where in question.WhereExpressions)
        {
            query = query.Where(where.Filter);
        }

        return query;
    }

    // The id is the last sort key of every order, so that each is total and a page is the same page each time.
    public static IQueryable<T> Answering<T>(this IQueryable<T> query, ISpecification<T> question, Expression<Func<T, object?>> id)
        where T : class
    {
        query = query.Matching(question);
        IOrderedQueryable<T>? ordered = null;
        foreach (var order in question.OrderExpressions)
        {
            ordered = order.OrderType switch
            {
                OrderTypeEnum.OrderBy => query.OrderBy(order.KeySelector),
                OrderTypeEnum.OrderByDescending => query.OrderByDescending(order.KeySelector),
                OrderTypeEnum.ThenBy => ordered!.ThenBy(order.KeySelector),
                _ => ordered!.ThenByDescending(order.KeySelector),
            };
        }

        query = ordered?.ThenBy(id) ?? query.OrderBy(id);
        query = question.Skip > 0 ? query.Skip(question.Skip) : query;
        return question.Take >= 0 ? query.Take(question.Take) : query;
    }

    public static IQueryable<TResult> Shaped<T, TResult>(
        this IQueryable<T> query,
        ISpecification<T, TResult> question,
        Expression<Func<T, object?>> id
    )
        where T : class =>
        query
            .Answering(question, id)
            .Select(question.Selector ?? throw new ArgumentException("The specification does not state what to return.", nameof(question)));
}
