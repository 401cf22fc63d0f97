using System.Linq.Expressions;

namespace Msp.Customers.Specifications;

/// <summary>One condition of a specification.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public class WhereExpressionInfo<T>
{
    private Func<T, bool>? filterFunc;

    /// <summary>States the condition.</summary>
    /// <param name="filter">True for the aggregates to keep.</param>
    public WhereExpressionInfo(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Filter = filter;
    }

    /// <summary>The condition as an expression, for a database.</summary>
    public Expression<Func<T, bool>> Filter { get; }

    /// <summary>The condition as a function, for memory; compiled on first use.</summary>
    public Func<T, bool> FilterFunc => filterFunc ??= Filter.Compile();
}
