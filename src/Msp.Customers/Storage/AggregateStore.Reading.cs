using System.Runtime.CompilerServices;

namespace Msp.Customers.Storage;

public abstract partial class AggregateStore<T, TSnapshot>
{
    /// <inheritdoc/>
    public async Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull
    {
        var text = AggregateId.TextOf<T>(id);
        cancellationToken.ThrowIfCancellationRequested();
        return text is not null && await FindAsync(text, cancellationToken).ConfigureAwait(false) is { } snapshot
            ? Restore(snapshot)
            : null;
    }

    /// <inheritdoc/>
    public async Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        (await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => (await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<T?> SingleOrDefaultAsync(
        ISingleResultSpecification<T> specification,
        CancellationToken cancellationToken = default
    ) => (await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => (await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => ReadAllAsync(null, cancellationToken);

    /// <inheritdoc/>
    public async Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        [.. await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)];

    /// <inheritdoc/>
    public async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. await AnswerAsync(specification, cancellationToken).ConfigureAwait(false)];

    /// <inheritdoc/>
    public async Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var meets = SpecificationEvaluator.Filter(specification);
        return (await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false)).Count(meets);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await ReadAllAsync(null, cancellationToken).ConfigureAwait(false)).Count;

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var meets = SpecificationEvaluator.Filter(specification);
        return (await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false)).Any(meets);
    }

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        (await ReadAllAsync(null, cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => StreamAsync(specification);

    private async Task<IEnumerable<T>> AnswerAsync(ISpecification<T> specification, CancellationToken cancellationToken)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var evaluate = SpecificationEvaluator.Evaluate(specification);
        return evaluate(await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IEnumerable<TResult>> AnswerAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken
    )
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var evaluate = SpecificationEvaluator.Evaluate(specification);
        return evaluate(await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false));
    }

    // In order of id, which is what remains where a question states no order or leaves some equal: a store may read in any.
    private async Task<List<T>> ReadAllAsync(ISpecification<T>? question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = new List<T>();
        await foreach (var snapshot in ReadAsync(question, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            read.Add(Restore(snapshot));
        }

        read.Sort((a, b) => Names.CodePoints.Compare(IdOf(a), IdOf(b)));
        return read;
    }

    private async IAsyncEnumerable<T> StreamAsync(
        ISpecification<T> specification,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var entity in await AnswerAsync(specification, cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }
}
