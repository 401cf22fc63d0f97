using System.Runtime.CompilerServices;
using Msp.Customers.Storage;

namespace Msp.Customers;

// Reads without evaluating rules.
public abstract partial class ValidatingRepository<T>
{
    /// <inheritdoc/>
    public Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull => AggregateId.TextOf<T>(id) is null ? Task.FromResult<T?>(null) : Stored.GetByIdAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        StoredFor(specification).FirstOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => StoredFor(specification).FirstOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        StoredFor(specification).SingleOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => StoredFor(specification).SingleOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => Stored.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        StoredFor(specification).ListAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => StoredFor(specification).ListAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        StoredFor(specification).CountAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) => Stored.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        StoredFor(specification).AnyAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Stored.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) =>
        StoredFor(specification).AsAsyncEnumerable(specification);

    // The store of a host may not check its arguments for null.
    private IRepositoryBase<T> StoredFor<TArgument>(TArgument argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return Stored;
    }
}
