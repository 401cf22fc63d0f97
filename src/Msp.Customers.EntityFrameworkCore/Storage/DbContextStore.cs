using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore;

/// <summary>The base class of the stores in a context of Entity Framework Core.</summary>
/// <remarks>
/// Returned aggregates are not tracked. A saved aggregate is compared with the state in which it was read, so that only changed rows are
/// written. Pending changes of the host's own entities in the same context are saved in the same call.
/// </remarks>
/// <typeparam name="T">The type of the aggregate.</typeparam>
/// <typeparam name="TId">The type of its id.</typeparam>
public abstract partial class DbContextStore<T, TId> : IRepositoryBase<T>, IMspRepository
    where T : class, IAggregate<T>
    where TId : class
{
    private const int ChunkSize = 500;
    private const int MaxReadings = 5;
    private const int MaxJoinedRows = 32;
    private readonly DbContext context;
    private readonly DatabaseDialect dialect;
    private readonly ChangeContext? changeContext;

    private protected DbContextStore(DbContext context, MspId? msp, ChangeContext? changeContext)
    {
        ArgumentNullException.ThrowIfNull(context);
        this.context = context;
        dialect = DialectExtension.Of(context);
        this.changeContext = changeContext;
        Msp = msp ?? MspId.Default;
    }

    /// <inheritdoc/>
    public MspId Msp { get; }

    private protected IQueryable<T> Rows => context.Set<T>().AsNoTracking().OfMsp(Msp.Value);

    // For queries by id only. The tag marks statements whose text is constant.
    private IQueryable<T> RowsById => Rows.TagWith(StatementTags.ById);

    /// <summary>Returns the aggregate with an id, or null. An id that is not valid finds nothing.</summary>
    /// <inheritdoc/>
    public async Task<T?> GetByIdAsync<TKey>(TKey id, CancellationToken cancellationToken = default)
        where TKey : notnull =>
        AggregateId.TextOf<T>(id) is { } text
            ? (await ReadAsync(RowsById, [MakeId(text)], cancellationToken).ConfigureAwait(false)).SingleOrDefault()
            : null;

    /// <inheritdoc/>
    public async Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        (await QueryAsync(specification, 1, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public Task<TResult?> FirstOrDefaultAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => RowsFor(specification).Shaped(specification, IdOf).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<T?> SingleOrDefaultAsync(
        ISingleResultSpecification<T> specification,
        CancellationToken cancellationToken = default
    ) => (await QueryAsync(specification, 2, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<TResult?> SingleOrDefaultAsync<TResult>(
        ISingleResultSpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => RowsFor(specification).Shaped(specification, IdOf).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => QueryAsync(new Everything(), null, cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        QueryAsync(specification, null, cancellationToken);

    /// <inheritdoc/>
    public Task<List<TResult>> ListAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken = default
    ) => ShapedAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        RowsFor(specification).Matching(specification).CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) => Rows.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        RowsFor(specification).Matching(specification).AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Rows.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => StreamAsync(specification);

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The id or a unique value is already stored.</exception>
    public async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        await AddRangeAsync([entity], cancellationToken).ConfigureAwait(false);
        return entity;
    }

    /// <summary>Stores new aggregates, all or none, and returns them.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">An id or a unique value is already stored.</exception>
    public async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var added = Distinct(entities);
        await SaveAsync(added, Write.Add, () => AddAllAsync(added, cancellationToken), cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The aggregate is not stored, or another version is stored.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) => UpdateRangeAsync([entity], cancellationToken);

    /// <summary>Stores the changes of several aggregates, all or none.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">
    /// An aggregate is not stored or has another version, or a unique value is already stored.
    /// </exception>
    /// <remarks>Unique values are checked against the state after the call, so that two aggregates can swap theirs.</remarks>
    public async Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var changed = Distinct(entities).FindAll(e => e.Version != e.OriginalVersion || context.HasOwn(e.Source));
        return await SaveAsync(changed, Write.Update, UpdateAllAsync, cancellationToken).ConfigureAwait(false);

        Task<int> UpdateAllAsync()
        {
            var tracked = changed.ConvertAll(Track);
            var free = Freeing(tracked, changed);
            foreach (var (kept, entity) in tracked.Zip(changed))
            {
                if (context.TakeOwn(kept, entity.Source) && entity.Version == entity.OriginalVersion)
                {
                    entity.Touch();
                }

                Log(changeContext?.Entry(entity.GetOriginal(), entity));
                ApplyChanges(kept, entity);
            }

            return SaveChangesAsync(changed, Write.Update, free, cancellationToken);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The aggregate is not stored, or another version is stored.</exception>
    public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) => DeleteRangeAsync([entity], cancellationToken);

    /// <summary>Deletes several aggregates, all or none.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">An aggregate is not stored, or another version is stored.</exception>
    public async Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var deleted = Distinct(entities);
        await SaveAsync(deleted, Write.Delete, RemoveAllAsync, cancellationToken).ConfigureAwait(false);
        return deleted.Count;

        async Task<int> RemoveAllAsync()
        {
            foreach (var entity in deleted)
            {
                context.Remove(Track(entity));
                await LogDeletionAsync(entity, cancellationToken).ConfigureAwait(false);
            }

            return await SaveChangesAsync(deleted, Write.Delete, null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(await ListAsync(specification, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>
    /// Saves pending changes of the host's own entities. Changes of aggregates are stored when the task of their write completes.
    /// </summary>
    /// <inheritdoc/>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => context.SaveChangesAsync(cancellationToken);

    // Returns at least the rows that match the specification. A store overrides it where a database finds the rows faster than by the
    // conditions.
    private protected virtual IQueryable<T> RowsFor(ISpecification<T> specification) => Rows;

    private protected virtual Task<List<TResult>> ShapedAsync<TResult>(
        ISpecification<T, TResult> specification,
        CancellationToken cancellationToken
    )
    {
        var rows = RowsFor(specification);
        return NamingAsync(
            rows.Answering(specification, IdOf),
            () => rows.Shaped(specification, IdOf).ToListAsync(cancellationToken),
            cancellationToken
        );
    }

    private protected abstract Expression<Func<T, object?>> IdOf { get; }

    private protected abstract TId MakeId(string text);

    private protected abstract TId KeyOf(T entity);

    private protected abstract Expression<Func<T, bool>> HasId(TId id);

    // One parameter contains all ids. With one parameter for each id, Entity Framework Core would build the text of a split query again for
    // every row.
    private protected abstract Expression<Func<T, bool>> IsAmong(List<TId> ids);

    // Includes the parts in their order, which the database does not preserve.
    private protected abstract IQueryable<T> WithParts(IQueryable<T> rows);

    private protected abstract IQueryable<StoredVersion> Versions(IQueryable<T> rows);

    // Returns at least the number of rows of a statement that joins all lists of an aggregate.
    private protected abstract IQueryable<StoredSize> Sizes(IQueryable<T> rows);

    // Returns the plans that a write chooses for customers, or deletes.
    private protected abstract IEnumerable<PlanId> PlansAtStake(IEnumerable<T> entities, Write write);

    // Whether the write is valid for a plan that is locked against other writers.
    private protected abstract Task<bool> MayWriteAsync(PlanId plan, bool isStored, CancellationToken cancellationToken);

    // Returns a function that releases the unique values that one aggregate takes from another, or null when there are no such values. It
    // runs in the transaction before all other writes.
    private protected abstract Func<CancellationToken, Task>? Freeing(IReadOnlyList<T> kept, IReadOnlyList<T> given);

    // Returns the values that no two aggregates can share.
    private protected abstract IEnumerable<object> UniqueValues(T entity);

    // Whether another stored aggregate has one of the unique values.
    private protected abstract Task<bool> IsTakenAsync(T entity, CancellationToken cancellationToken);

    private protected sealed record StoredVersion(TId Id, long Version);

    private protected sealed record StoredSize(TId Id, long JoinedRows);

    private protected enum Write
    {
        Add,
        Update,
        Delete,
    }

    private sealed class Everything : Specification<T>;
}
