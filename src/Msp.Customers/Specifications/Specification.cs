using System.Linq.Expressions;

namespace Msp.Customers.Specifications;

/// <summary>A question about aggregates. Derive a class, and state the question in its constructor through <see cref="Query"/>.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public class Specification<T> : ISpecification<T>
{
    private readonly List<WhereExpressionInfo<T>> whereExpressions = [];
    private readonly List<OrderExpressionInfo<T>> orderExpressions = [];

    /// <inheritdoc/>
    public ISpecificationBuilder<T> Query => new SpecificationBuilder<T>(this);

    /// <inheritdoc/>
    public IEnumerable<WhereExpressionInfo<T>> WhereExpressions => whereExpressions;

    /// <inheritdoc/>
    public IEnumerable<OrderExpressionInfo<T>> OrderExpressions => orderExpressions;

    /// <inheritdoc/>
    public int Take { get; internal set; } = -1;

    /// <inheritdoc/>
    public int Skip { get; internal set; } = -1;

    /// <inheritdoc/>
    public bool AsNoTracking { get; internal set; }

    /// <inheritdoc/>
    public virtual bool IsSatisfiedBy(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        foreach (var where in whereExpressions)
        {
            if (!where.FilterFunc(entity))
            {
                return false;
            }
        }

        return true;
    }

    internal void Add(WhereExpressionInfo<T> where) => whereExpressions.Add(where);

    internal void Add(OrderExpressionInfo<T> order) => orderExpressions.Add(order);
}

/// <summary>A question whose answer is a part or a shape of the aggregate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TResult">What is returned of each.</typeparam>
public class Specification<T, TResult> : Specification<T>, ISpecification<T, TResult>
{
    /// <inheritdoc/>
    public new ISpecificationBuilder<T, TResult> Query => new SpecificationBuilder<T, TResult>(this);

    /// <inheritdoc/>
    public Expression<Func<T, TResult>>? Selector { get; internal set; }
}

/// <summary>A question with one answer or none.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public class SingleResultSpecification<T> : Specification<T>, ISingleResultSpecification<T>;

/// <summary>A question with one answer or none, a part or shape of the aggregate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TResult">What is returned.</typeparam>
public class SingleResultSpecification<T, TResult> : Specification<T, TResult>, ISingleResultSpecification<T, TResult>;
