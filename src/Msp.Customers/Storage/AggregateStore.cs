using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>
/// A repository over five members that a host writes for its own tables. This class does the rest: it filters, sorts, pages,
/// counts, begins nothing that was cancelled, and turns a refused write into the right failure. Derive <see cref="CustomerStore"/> or <see cref="PlanStore"/>.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TSnapshot">Its complete plain state.</typeparam>
public abstract partial class AggregateStore<T, TSnapshot> : IRepositoryBase<T>, IMspStorage
    where T : class
    where TSnapshot : class
{
    private readonly ChangeContext? author;

    private protected AggregateStore(ChangeContext? author) => this.author = author;

    /// <summary>The MSP that the store serves; <see cref="MspId.Default"/> unless a host with several overrides it.</summary>
    public virtual MspId Msp => MspId.Default;

    /// <summary>Finds one by id.</summary>
    /// <param name="id">The id's text, compared exactly.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The stored state, or null.</returns>
    protected abstract ValueTask<TSnapshot?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads at least what the question asks for; everything is always right. A store may read less by looking at the question's type and properties.</summary>
    /// <param name="question">A question of <c>Msp.Customers.Queries</c> or of the host; null for everything.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Stored states in any order, none left out that the question asks for, none twice.</returns>
    protected abstract IAsyncEnumerable<TSnapshot> ReadAsync(ISpecification<T>? question, CancellationToken cancellationToken);

    /// <summary>Stores a new one, whole or not at all.</summary>
    /// <param name="snapshot">The state, with its version.</param>
    /// <param name="change">The entry for the change log, to be stored in the same transaction; null when the store was given no author and keeps none.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>False, with nothing stored, when the id, or a unique value of the host's tables, is taken, or the plan of a customer is not stored.</returns>
    protected abstract ValueTask<bool> InsertAsync(TSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken);

    /// <summary>Replaces one or several in one transaction, all or none, if of each the stored version is the expected one.</summary>
    /// <remarks>What is unique is judged by what is stored afterwards: two of them may swap their names, or one pass a reference on to another.</remarks>
    /// <param name="replacements">The replacements, each of another id; at least one.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>
    /// False, with nothing changed, when of one the stored version is another or none is stored, or a unique value is taken by one that is not among them,
    /// or another plan is chosen for a customer and is not stored.
    /// </returns>
    protected abstract ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<TSnapshot>> replacements,
        CancellationToken cancellationToken
    );

    /// <summary>Removes one, with all that belongs to it, if the stored version is the expected one.</summary>
    /// <param name="id">The id's text.</param>
    /// <param name="expectedVersion">The version that must be stored.</param>
    /// <param name="change">The entry for the change log, to be stored in the same transaction, in which the earlier entries of the same id are deleted; null when the store keeps none.</param>
    /// <param name="cancellationToken">Ends the writing early.</param>
    /// <returns>False, with nothing changed, when the stored version is another or none is stored, or the plan is that of a stored customer.</returns>
    protected abstract ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    );

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The id, or a unique value, is taken.</exception>
    public async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = Snapshot(entity);
        if (!await InsertAsync(snapshot, author is null ? null : Entry(author, null, snapshot), cancellationToken).ConfigureAwait(false))
        {
            throw new ConcurrencyException($"{entity} is stored already, or a unique value of it is taken.");
        }

        AcceptChanges(entity);
        return entity;
    }

    /// <summary>Stores new aggregates one after the other: up to the first that is refused, which is told. Each that was stored by then stays, whole, and knows that it is.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">An id, or a unique value, is taken.</exception>
    public async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var added = entities.ToList();
        foreach (var entity in added)
        {
            await AddAsync(entity, cancellationToken).ConfigureAwait(false);
        }

        return added;
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Another version is stored, or none.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return UpdateRangeAsync([entity], cancellationToken);
    }

    /// <summary>Stores the changes of several aggregates, all or none. Unique values are judged by what is stored afterwards, so that two may swap theirs.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Of one, another version is stored, or none, or a unique value is taken.</exception>
    public async Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        cancellationToken.ThrowIfCancellationRequested();
        var given = entities.Distinct().ToList();
        given.ForEach(e => ArgumentNullException.ThrowIfNull(e, nameof(entities)));
        var changed = given.FindAll(e => VersionOf(e) != OriginalVersionOf(e));
        if (changed.Count == 0)
        {
            return 0;
        }

        if (changed.CountBy(IdOf).FirstOrDefault(c => c.Value > 1).Key is { } twice)
        {
            throw new ConcurrencyException($"{twice} is given twice, as different objects: one would undo the other.");
        }

        var replacements = new List<Replacement<TSnapshot>>(changed.Count);
        foreach (var entity in changed)
        {
            // What is found is what is replaced, or the replacing fails.
            var snapshot = Snapshot(entity);
            var before = author is null ? null : await FindAsync(IdOf(entity), cancellationToken).ConfigureAwait(false);
            replacements.Add(new(snapshot, OriginalVersionOf(entity), author is null ? null : Entry(author, before, snapshot)));
        }

        if (!await ReplaceAsync(replacements, cancellationToken).ConfigureAwait(false))
        {
            throw changed.Count == 1
                ? Outdated(changed[0])
                : new ConcurrencyException("One of several was saved by someone else, or is no longer stored; none of them was saved.");
        }

        changed.ForEach(AcceptChanges);
        return changed.Count;
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Another version is stored, or none.</exception>
    public async Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        var (id, expected) = (IdOf(entity), OriginalVersionOf(entity));
        return await RemoveAsync(id, expected, author?.Deletion(Subject, id, expected), cancellationToken).ConfigureAwait(false)
            ? 1
            : throw Outdated(entity);
    }

    /// <summary>Deletes one after the other: up to the first that is refused, which is told.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Of one, another version is stored, or none.</exception>
    public async Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var deleted = 0;
        foreach (var entity in entities.ToList())
        {
            deleted += await DeleteAsync(entity, cancellationToken).ConfigureAwait(false);
        }

        return deleted;
    }

    /// <inheritdoc/>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(await ListAsync(specification, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Does nothing: every write was stored when its task ended.</summary>
    /// <returns>0.</returns>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    private protected abstract T Restore(TSnapshot snapshot);

    private protected abstract bool IsUnreadable(TSnapshot snapshot, out string? member);

    // What a question is put to in the place of what cannot be read; null where nothing can stand there.
    private protected abstract T? StandInFor(TSnapshot snapshot);

    private protected abstract string? IdOf(TSnapshot snapshot);

    private protected abstract TSnapshot Snapshot(T entity);

    private protected abstract ChangeSubject Subject { get; }

    private protected abstract ChangeEntry Entry(ChangeContext by, TSnapshot? before, TSnapshot after);

    private protected abstract string IdOf(T entity);

    private protected abstract long VersionOf(T entity);

    private protected abstract long OriginalVersionOf(T entity);

    private protected abstract void AcceptChanges(T entity);

    private static ConcurrencyException Outdated(T entity) => new($"{entity} was saved by someone else, or is no longer stored.");
}
