using System.Runtime.CompilerServices;
using Msp.Customers.Queries;

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
            ? Restored(snapshot)
            : null;
    }

    /// <inheritdoc/>
    public async Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        (await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => (await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<T?> SingleOrDefaultAsync(
        ISingleResultSpecification<T> specification,
        CancellationToken cancellationToken = default
    ) => (await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => (await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<List<T>> ListAsync(CancellationToken cancellationToken = default)
    {
        var read = await ReadAllAsync(null, cancellationToken).ConfigureAwait(false);
        return [.. read.Readable(read.All)];
    }

    /// <inheritdoc/>
    public async Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        [.. await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)];

    /// <inheritdoc/>
    public async Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => [.. await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false)];

    /// <inheritdoc/>
    public async Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var filter = SpecificationEvaluator.Filter(specification);
        return (await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false)).All.Count(filter);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await ReadAllAsync(null, cancellationToken).ConfigureAwait(false)).All.Count;

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var filter = SpecificationEvaluator.Filter(specification);
        return (await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false)).All.Exists(e => filter(e));
    }

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        (await ReadAllAsync(null, cancellationToken).ConfigureAwait(false)).All.Count > 0;

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => StreamAsync(specification);

    private async Task<IEnumerable<T>> EvaluateAsync(ISpecification<T> specification, CancellationToken cancellationToken)
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var evaluate = SpecificationEvaluator.Evaluate(specification);
        var read = await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false);
        return read.Readable(evaluate(read.All));
    }

    // A page of rows marks a row that cannot be read. Every other result throws for it.
    private async Task<IEnumerable<TResult>> EvaluateAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken
    )
    {
        SpecificationStatements.ThrowIfUnsupported(specification);
        var evaluate = SpecificationEvaluator.Evaluate(specification);
        var read = await ReadAllAsync(specification, cancellationToken).ConfigureAwait(false);
        if (read.Unreadable.Count == 0)
        {
            return evaluate(read.All);
        }

        var selected = SpecificationEvaluator.Evaluate((ISpecification<T>)specification)(read.All).ToList();
        if (specification is not CustomerRowsPage)
        {
            _ = read.Readable(selected).Count();
            return evaluate(read.All);
        }

        return evaluate(read.All).Zip(selected, (row, item) => read.Unreadable.TryGetValue(item, out var e) ? Marked(row, e.Member) : row);

        static TResult Marked(TResult row, string? member) =>
            (TResult)(object)((CustomerRow)(object)row! with { UnreadableMember = member ?? "" });
    }

    // Sorts by id, because a store can read in any order. The order applies where a specification has no order or finds equal keys.
    private async Task<ReadResult> ReadAllAsync(ISpecification<T>? specification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = new ReadResult([], []);
        await foreach (
            var snapshot in ReadAsync(specification, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false)
        )
        {
            try
            {
                read.All.Add(Restored(snapshot));
            }
            catch (UnreadableRowException e) when (PlaceholderFor(snapshot) is { } placeholder)
            {
                read.All.Add(placeholder);
                read.Unreadable.Add(placeholder, e);
            }
        }

        read.All.Sort((a, b) => Names.CodePoints.Compare(a.Id, b.Id));
        return read;
    }

    private T Restored(TSnapshot snapshot)
    {
        try
        {
            return Restore(snapshot);
        }
        catch (ArgumentException) when (IsUnreadable(snapshot, out var member))
        {
            throw new UnreadableRowException(typeof(T).Name, IdOf(snapshot) ?? "", member);
        }
    }

    private async IAsyncEnumerable<T> StreamAsync(
        ISpecification<T> specification,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var entity in await EvaluateAsync(specification, cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }

    // The aggregates, with the exception for each aggregate that replaces a row that cannot be read.
    private sealed record ReadResult(List<T> All, Dictionary<T, UnreadableRowException> Unreadable)
    {
        public IEnumerable<T> Readable(IEnumerable<T> selected) =>
            Unreadable.Count == 0 ? selected : selected.Select(item => Unreadable.TryGetValue(item, out var e) ? throw e : item);
    }
}
