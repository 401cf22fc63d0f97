using System.ComponentModel;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

/// <summary>
/// The base class of stores over a host's own tables. A host writes five members and derives <see cref="CustomerStore"/> or
/// <see cref="PlanStore"/>.
/// </summary>
/// <remarks>
/// The class filters, sorts, pages and counts what the host reads. It does not start a call that is already canceled, and it converts a
/// refused write into a <see cref="ConcurrencyException"/>.
/// </remarks>
/// <typeparam name="T">The type of the aggregate.</typeparam>
/// <typeparam name="TSnapshot">The type of the snapshot, the complete plain state of the aggregate.</typeparam>
public abstract partial class AggregateStore<T, TSnapshot> : IRepositoryBase<T>, IMspRepository
    where T : class, IAggregate<T>
    where TSnapshot : class
{
    private readonly ChangeContext? changeContext;

    private protected AggregateStore(ChangeContext? changeContext) => this.changeContext = changeContext;

    /// <summary>The MSP that the store serves; <see cref="MspId.Default"/> by default. A host with several MSPs overrides it.</summary>
    public virtual MspId Msp => MspId.Default;

    /// <summary>Finds an aggregate by its id.</summary>
    /// <param name="id">The text of the id. Ids are compared exactly.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stored snapshot, or null when the id is not stored.</returns>
    protected abstract ValueTask<TSnapshot?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the aggregates that a specification can find, or more.</summary>
    /// <param name="specification">A specification of <c>Msp.Customers.Queries</c> or of the host; null for all aggregates.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stored snapshots in any order. Each aggregate that the specification finds is contained once.</returns>
    /// <remarks>
    /// Reading all aggregates is always correct, because the base class filters the result. A store can read fewer of them by the type and
    /// the properties of the specification.
    /// </remarks>
    protected abstract IAsyncEnumerable<TSnapshot> ReadAsync(ISpecification<T>? specification, CancellationToken cancellationToken);

    /// <summary>Stores a new aggregate completely or not at all.</summary>
    /// <param name="snapshot">The snapshot, with its version.</param>
    /// <param name="change">
    /// The change log entry to store in the same transaction; null when the store was created without a change context.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// True when the aggregate is stored. False, with nothing stored, when the id or a unique value is already stored, or when the plan of
    /// a customer is not stored.
    /// </returns>
    protected abstract ValueTask<bool> InsertAsync(TSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces one or several aggregates in one transaction, all or none, when the stored version of each is the expected one.
    /// </summary>
    /// <param name="replacements">The replacements, at least one, each with a different id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// True when all are replaced. False, with nothing changed, when an aggregate is not stored or has another version, when two
    /// aggregates would have the same unique value, or when a customer changes to a plan that is not stored.
    /// </returns>
    /// <remarks>
    /// Check unique values against the state after the call: two customers can swap their names, and one can pass a reference to another.
    /// </remarks>
    protected abstract ValueTask<bool> ReplaceAsync(
        IReadOnlyList<Replacement<TSnapshot>> replacements,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes an aggregate with all its parts when the stored version is the expected one.</summary>
    /// <param name="id">The text of the id.</param>
    /// <param name="expectedVersion">The version that must be stored.</param>
    /// <param name="change">
    /// The change log entry to store in the same transaction, in which the earlier entries of the same id are deleted; null when the store
    /// has no change log.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// True when the aggregate is deleted. False, with nothing changed, when it is not stored, when it has another version, or when it is a
    /// plan that a stored customer has.
    /// </returns>
    protected abstract ValueTask<bool> RemoveAsync(
        string id,
        long expectedVersion,
        ChangeEntry? change,
        CancellationToken cancellationToken
    );

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The id or a unique value is already stored.</exception>
    public async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        var change = changeContext?.Entry(before: null, entity);
        if (!await InsertAsync(Snapshot(entity), change, cancellationToken).ConfigureAwait(false))
        {
            throw new ConcurrencyException($"{entity} is already stored, or one of its unique values belongs to another aggregate.");
        }

        entity.AcceptChanges();
        return entity;
    }

    /// <summary>Stores new aggregates one after the other, up to the first one that is refused.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">
    /// An id or a unique value is already stored. The exception names the aggregate that was refused. The aggregates before it stay
    /// stored and are marked as stored.
    /// </exception>
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
    /// <exception cref="ConcurrencyException">The aggregate is not stored, or another version is stored.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return UpdateRangeAsync([entity], cancellationToken);
    }

    /// <summary>Stores the changes of several aggregates, all or none.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">
    /// An aggregate is not stored or has another version, or a unique value is already stored.
    /// </exception>
    /// <remarks>Unique values are checked against the state after the call, so that two aggregates can swap theirs.</remarks>
    public async Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        cancellationToken.ThrowIfCancellationRequested();
        var distinct = entities.Distinct().ToList();
        distinct.ForEach(e => ArgumentNullException.ThrowIfNull(e, nameof(entities)));
        var changed = distinct.FindAll(e => e.Version != e.OriginalVersion);
        if (changed.Count == 0)
        {
            return 0;
        }

        if (changed.CountBy(e => e.Id).FirstOrDefault(c => c.Value > 1).Key is { } duplicate)
        {
            throw new ConcurrencyException($"{duplicate} was passed twice, as different objects. Pass each aggregate once.");
        }

        var replacements = changed.ConvertAll(e => new Replacement<TSnapshot>(
            Snapshot(e),
            e.OriginalVersion,
            changeContext?.Entry(e.GetOriginal(), e)
        ));
        if (!await ReplaceAsync(replacements, cancellationToken).ConfigureAwait(false))
        {
            throw changed.Count == 1
                ? Outdated(changed[0])
                : new ConcurrencyException("Another caller saved or deleted one of the aggregates. None of them was saved.");
        }

        changed.ForEach(e => e.AcceptChanges());
        return changed.Count;
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The aggregate is not stored, or another version is stored.</exception>
    public async Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        cancellationToken.ThrowIfCancellationRequested();
        return await RemoveAsync(entity.Id, entity.OriginalVersion, changeContext?.Deletion(entity), cancellationToken)
            .ConfigureAwait(false)
            ? 1
            : throw Outdated(entity);
    }

    /// <summary>Deletes aggregates one after the other, up to the first one that is refused.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">
    /// An aggregate is not stored or has another version. The exception names the aggregate that was refused.
    /// </exception>
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

    /// <summary>Does nothing: every write is stored when its task completes.</summary>
    /// <returns>0.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    private protected abstract T Restore(TSnapshot snapshot);

    private protected abstract bool IsUnreadable(TSnapshot snapshot, out string? member);

    // Returns an aggregate on which a specification can be evaluated instead of one that cannot be read, or null.
    private protected abstract T? PlaceholderFor(TSnapshot snapshot);

    private protected abstract string? IdOf(TSnapshot snapshot);

    private protected abstract TSnapshot Snapshot(T entity);

    private static ConcurrencyException Outdated(T entity) => new($"{entity} was saved or deleted by another caller. Read it again.");
}
