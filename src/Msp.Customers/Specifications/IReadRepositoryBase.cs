namespace Msp.Customers.Specifications;

/// <summary>Reads aggregates from the host's storage.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IReadRepositoryBase<T>
    where T : class
{
    /// <summary>The aggregate with an id, or null.</summary>
    Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull;

    /// <summary>The first answer in the specification's order, or null.</summary>
    Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>The first answer in the specification's order and shape, or the default value.</summary>
    Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);

    /// <summary>The only answer, or null; more than one is an error.</summary>
    Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>The only answer in the specification's shape, or the default value; more than one is an error.</summary>
    Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    );

    /// <summary>Every aggregate, in order of id.</summary>
    Task<List<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>All answers, in the specification's order.</summary>
    Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>All answers, in the specification's order and shape.</summary>
    Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default);

    /// <summary>How many meet the conditions; order and paging play no part.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether any meets the conditions.</summary>
    Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);

    /// <summary>Whether there is any.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken = default);

    /// <summary>The answers one by one, in the specification's order, without holding them all.</summary>
    IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification);
}
