namespace Msp.Customers.EntityFrameworkCore.Storage;

// Turns a specification into a query of Entity Framework Core.
internal static class SpecificationQuery
{
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, ISpecification<T> question)
        where T : class
    {
        foreach (var where in question.WhereExpressions)
        {
            query = query.Where(where.Filter);
        }

        return query;
    }

    public static IQueryable<T> Answering<T>(this IQueryable<T> query, ISpecification<T> question)
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

        query = ordered ?? query;
        query = question.Skip > 0 ? query.Skip(question.Skip) : query;
        return question.Take >= 0 ? query.Take(question.Take) : query;
    }

    public static IQueryable<TResult> Shaped<T, TResult>(this IQueryable<T> query, ISpecification<T, TResult> question)
        where T : class =>
        query.Answering(question).Select(
            question.Selector ?? throw new ArgumentException("The specification does not state what to return.", nameof(question)));
}
