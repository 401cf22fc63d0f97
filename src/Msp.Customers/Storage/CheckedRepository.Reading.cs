using System.Runtime.CompilerServices;

namespace Msp.Customers.Storage;

// What is read is not checked.
public abstract partial class CheckedRepository<T>
{
    /// <inheritdoc/>
    public Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull => Stored.GetByIdAsync(Given(id), cancellationToken);

    /// <inheritdoc/>
    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Stored.FirstOrDefaultAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Stored.FirstOrDefaultAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        Stored.SingleOrDefaultAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> SingleOrDefaultAsync<TResult>(ISingleResultSpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Stored.SingleOrDefaultAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => Stored.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Stored.ListAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Stored.ListAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Stored.CountAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) => Stored.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Stored.AnyAsync(Given(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Stored.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => Stored.AsAsyncEnumerable(Given(specification));

    // A stored repository may say nothing of a null.
    private static TArgument Given<TArgument>(TArgument argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(argument, name);
        return argument;
    }
}
