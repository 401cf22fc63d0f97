using System.Linq.Expressions;

namespace Msp.Customers.Specifications;

/// <summary>Where a sort key stands in the order, and its direction.</summary>
public enum OrderTypeEnum
{
    /// <summary>The first key, ascending.</summary>
    OrderBy = 1,

    /// <summary>The first key, descending.</summary>
    OrderByDescending = 2,

    /// <summary>A further key, ascending.</summary>
    ThenBy = 3,

    /// <summary>A further key, descending.</summary>
    ThenByDescending = 4,
}

/// <summary>One sort key of a specification.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public class OrderExpressionInfo<T>
{
    private Func<T, object?>? keySelectorFunc;

    /// <summary>States the sort key.</summary>
    /// <param name="keySelector">The key of an aggregate.</param>
    /// <param name="orderType">Its place and direction.</param>
    public OrderExpressionInfo(Expression<Func<T, object?>> keySelector, OrderTypeEnum orderType)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        KeySelector = keySelector;
        OrderType = orderType;
    }

    /// <summary>The key as an expression, for a database.</summary>
    public Expression<Func<T, object?>> KeySelector { get; }

    /// <summary>The key's place and direction.</summary>
    public OrderTypeEnum OrderType { get; }

    /// <summary>The key as a function, for memory; compiled on first use.</summary>
    public Func<T, object?> KeySelectorFunc => keySelectorFunc ??= KeySelector.Compile();
}
