using System.Linq.Expressions;

namespace Msp.Customers.Specifications;

/// <summary>A question about aggregates as data: what to keep, in which order, from where and how many. A database or memory can answer it.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface ISpecification<T>
{
    /// <summary>Builds the question; used in the constructor of a specification.</summary>
    ISpecificationBuilder<T> Query { get; }

    /// <summary>The conditions, all of which must hold.</summary>
    IEnumerable<WhereExpressionInfo<T>> WhereExpressions { get; }

    /// <summary>The sort keys, most significant first.</summary>
    IEnumerable<OrderExpressionInfo<T>> OrderExpressions { get; }

    /// <summary>How many to return at most; -1 for all.</summary>
    int Take { get; }

    /// <summary>How many to pass over first; -1 for none.</summary>
    int Skip { get; }

    /// <summary>Whether what is read must not be the instance a unit of work already holds.</summary>
    bool AsNoTracking { get; }

    /// <summary>Whether one aggregate meets every condition.</summary>
    /// <param name="entity">The aggregate.</param>
    /// <returns>True when all conditions hold; order and paging play no part.</returns>
    bool IsSatisfiedBy(T entity);
}

/// <summary>A question whose answer is a part or a shape of the aggregate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TResult">What is returned of each.</typeparam>
public interface ISpecification<T, TResult> : ISpecification<T>
{
    /// <summary>Builds the question; used in the constructor of a specification.</summary>
    new ISpecificationBuilder<T, TResult> Query { get; }

    /// <summary>What is returned of each aggregate.</summary>
    Expression<Func<T, TResult>>? Selector { get; }
}

/// <summary>A question with one answer or none.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface ISingleResultSpecification<T> : ISpecification<T>;

/// <summary>A question with one answer or none, a part or shape of the aggregate.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TResult">What is returned.</typeparam>
public interface ISingleResultSpecification<T, TResult> : ISpecification<T, TResult>;
