using System.Linq.Expressions;

namespace Msp.Customers.Specifications;

/// <summary>What a specification can state.</summary>
public static class SpecificationBuilderExtensions
{
    /// <summary>Keeps what meets the condition; several conditions must all hold.</summary>
    public static ISpecificationBuilder<T> Where<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        builder.Specification.Add(new WhereExpressionInfo<T>(predicate));
        return builder;
    }

    /// <summary>Sorts by a key, smallest first.</summary>
    public static IOrderedSpecificationBuilder<T> OrderBy<T>(
        this ISpecificationBuilder<T> builder,
        Expression<Func<T, object?>> keySelector
    ) => Order(builder, keySelector, OrderTypeEnum.OrderBy);

    /// <summary>Sorts by a key, largest first.</summary>
    public static IOrderedSpecificationBuilder<T> OrderByDescending<T>(
        this ISpecificationBuilder<T> builder,
        Expression<Func<T, object?>> keySelector
    ) => Order(builder, keySelector, OrderTypeEnum.OrderByDescending);

    /// <summary>Sorts what is equal so far by a further key, smallest first.</summary>
    public static IOrderedSpecificationBuilder<T> ThenBy<T>(
        this IOrderedSpecificationBuilder<T> builder,
        Expression<Func<T, object?>> keySelector
    ) => Order(builder, keySelector, OrderTypeEnum.ThenBy);

    /// <summary>Sorts what is equal so far by a further key, largest first.</summary>
    public static IOrderedSpecificationBuilder<T> ThenByDescending<T>(
        this IOrderedSpecificationBuilder<T> builder,
        Expression<Func<T, object?>> keySelector
    ) => Order(builder, keySelector, OrderTypeEnum.ThenByDescending);

    /// <summary>Returns at most this many.</summary>
    public static ISpecificationBuilder<T> Take<T>(this ISpecificationBuilder<T> builder, int take)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Specification.Take = take;
        return builder;
    }

    /// <summary>Passes over this many first.</summary>
    public static ISpecificationBuilder<T> Skip<T>(this ISpecificationBuilder<T> builder, int skip)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Specification.Skip = skip;
        return builder;
    }

    /// <summary>Reads what is stored rather than what a unit of work already holds.</summary>
    public static ISpecificationBuilder<T> AsNoTracking<T>(this ISpecificationBuilder<T> builder)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Specification.AsNoTracking = true;
        return builder;
    }

    /// <summary>States what is returned of each aggregate.</summary>
    public static void Select<T, TResult>(this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, TResult>> selector)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Specification.Selector = selector;
    }

    private static SpecificationBuilder<T> Order<T>(
        ISpecificationBuilder<T> builder,
        Expression<Func<T, object?>> keySelector,
        OrderTypeEnum type
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Specification.Add(new OrderExpressionInfo<T>(keySelector, type));
        return (SpecificationBuilder<T>)builder;
    }
}
