using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Queries;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore;

// Converts a specification to a query of Entity Framework Core.
internal static class SpecificationQuery
{
    private static readonly MethodInfo Like = ((Func<DbFunctions, string, string, string, bool>)DbFunctionsExtensions.Like).Method;
    private static readonly MethodInfo ToLower = typeof(string).GetMethod(nameof(string.ToLower), [])!;

    // Applies the conditions, the searches and the tags.
    public static IQueryable<T> Matching<T>(this IQueryable<T> query, ISpecification<T> specification)
        where T : class
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        foreach (var tag in specification.QueryTags)
        {
            query = query.TagWith(tag);
        }

        foreach (var where in specification.WhereExpressions)
        {
            query = query.Where(specification.IsBuiltIn() ? where.Filter : new SqlRewriter().Condition(where.Filter));
        }

        foreach (var group in specification.SearchCriterias.GroupBy(search => search.SearchGroup))
        {
            query = query.Where(AnyOf(group));
        }

        return query;
    }

    // The id is the last sort key of every order, so that the order is total and a repeated page is the same.
    public static IQueryable<T> Answering<T>(this IQueryable<T> query, ISpecification<T> specification, Expression<Func<T, object?>> id)
        where T : class
    {
        query = query.Matching(specification);
        IOrderedQueryable<T>? ordered = null;
        foreach (var (key, isDescending) in specification.OrderExpressions.SelectMany(order => KeysOf(order, specification)))
        {
            ordered = (ordered, isDescending) switch
            {
                (null, false) => query.OrderBy(key),
                (null, true) => query.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                (_, true) => ordered.ThenByDescending(key),
            };
        }

        return PaginationEvaluator.Instance.GetQuery(ordered?.ThenBy(id) ?? query.OrderBy(id), specification);
    }

    public static IQueryable<TResult> Shaped<T, TResult>(
        this IQueryable<T> query,
        ISpecification<T, TResult> specification,
        Expression<Func<T, object?>> id
    )
        where T : class
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var selector = specification.Selector!;
        return query.Answering(specification, id).Select(specification.IsBuiltIn() ? selector : new SqlRewriter().Result(selector));
    }

    private static IEnumerable<(Expression<Func<T, object?>> Key, bool IsDescending)> KeysOf<T>(
        OrderExpressionInfo<T> order,
        ISpecification<T> specification
    )
    {
        var isDescending = order.OrderType is OrderTypeEnum.OrderByDescending or OrderTypeEnum.ThenByDescending;
        if (specification.IsBuiltIn())
        {
            return [(order.KeySelector, isDescending)];
        }

        var key = new SqlRewriter().SortKey(order.KeySelector);
        var value = SpecificationRewriter.Unboxed(key.Body);
        if (!SqlRewriter.CanBeNull(value))
        {
            return [(key, isDescending)];
        }

        var isSet = Expression.Convert(Expression.NotEqual(value, Expression.Constant(null, value.Type)), typeof(object));
        return [(Expression.Lambda<Func<T, object?>>(isSet, key.Parameters), isDescending), (key, isDescending)];
    }

    private static Expression<Func<T, bool>> AnyOf<T>(IEnumerable<SearchExpressionInfo<T>> group)
    {
        var item = Expression.Parameter(typeof(T));
        var found = group.Select(search => IsLike(search, item)).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<T, bool>>(found, item);
    }

    private static Expression IsLike<T>(SearchExpressionInfo<T> search, ParameterExpression item)
    {
        var pattern = new LikePattern(search.SearchTerm);
        var selector = new SqlRewriter().Condition(search.Selector);
        var text = new Replaced(selector.Parameters[0], item).Visit(selector.Body);
        return pattern.CanMatch
            ? Expression.Call(
                Like,
                Expression.Constant(EF.Functions),
                Expression.Call(text, ToLower),
                SqlRewriter.Parameter(pattern.ToLowerSql()),
                Expression.Constant(LikePattern.Escape.ToString())
            )
            : Expression.Constant(false);
    }

    private sealed class Replaced(ParameterExpression parameter, ParameterExpression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
