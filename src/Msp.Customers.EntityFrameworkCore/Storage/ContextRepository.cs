using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.Storage;

namespace Msp.Customers.EntityFrameworkCore.Storage;

/// <summary>
/// A repository over a context. What it returns is not tracked, and what it is given is compared with the stored rows, so that only rows that changed are written
/// and an aggregate may come from anywhere. Pending changes of the host's own entities in the same context are saved along with it.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <typeparam name="TId">Its id.</typeparam>
public abstract class ContextRepository<T, TId> : IRepositoryBase<T>
    where T : class
    where TId : class
{
    private const int ChunkSize = 500;
    private const int MaxReadings = 5;
    private readonly DbContext context;

    private protected ContextRepository(DbContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        this.context = context;
    }

    private protected IQueryable<T> Rows => context.Set<T>().AsNoTracking();

    /// <inheritdoc/>
    public async Task<T?> GetByIdAsync<TKey>(TKey id, CancellationToken cancellationToken = default)
        where TKey : notnull =>
        (await ReadAsync(Rows.Where(HasId(ToId(id))), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        (await ReadAsync(Rows.Answering(specification).Take(1), cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    public Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Rows.Shaped(specification).FirstOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        (await ReadAsync(Rows.Answering(specification).Take(2), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public Task<TResult?> SingleOrDefaultAsync<TResult>(ISingleResultSpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Rows.Shaped(specification).SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => ReadAsync(Rows.OrderBy(IdOf), cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        ReadAsync(Rows.Answering(specification), cancellationToken);

    /// <inheritdoc/>
    public Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        Rows.Shaped(specification).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Rows.Matching(specification).CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) => Rows.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        Rows.Matching(specification).AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Rows.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => StreamAsync(specification);

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">The id, or a unique value, is taken.</exception>
    public async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        await AddRangeAsync([entity], cancellationToken).ConfigureAwait(false);
        return entity;
    }

    /// <summary>Stores new aggregates, all or none, and returns them.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">An id, or a unique value, is taken.</exception>
    public async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var added = entities.ToList();
        await SaveAsync(added, () => context.AddRange(added), cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Another version is stored, or none.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) => UpdateRangeAsync([entity], cancellationToken);

    /// <summary>Stores the changes of several aggregates, all or none.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Of one, another version is stored, or none.</exception>
    public async Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var changed = entities.Where(e => VersionOf(e) != StoredVersionOf(e)).ToList();
        var tracked = new List<(T Kept, T Given)>();
        foreach (var entity in changed)
        {
            tracked.Add((await TrackAsync(entity, cancellationToken).ConfigureAwait(false), entity));
        }

        return await SaveAsync(changed, () => tracked.ForEach(t => TakeOver(t.Kept, t.Given)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Another version is stored, or none.</exception>
    public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) => DeleteRangeAsync([entity], cancellationToken);

    /// <summary>Deletes several aggregates, all or none.</summary>
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">Of one, another version is stored, or none.</exception>
    public async Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var deleted = entities.ToList();
        var tracked = new List<T>();
        foreach (var entity in deleted)
        {
            tracked.Add(await TrackAsync(entity, cancellationToken).ConfigureAwait(false));
        }

        await SaveAsync(deleted, () => context.RemoveRange(tracked), cancellationToken).ConfigureAwait(false);
        return deleted.Count;
    }

    /// <inheritdoc/>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(await ListAsync(specification, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Saves what the context holds of the host's own; aggregates were stored when their task ended.</summary>
    /// <inheritdoc/>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => context.SaveChangesAsync(cancellationToken);

    private protected abstract Expression<Func<T, object?>> IdOf { get; }

    private protected abstract TId ToId(object id);

    private protected abstract TId KeyOf(T entity);

    private protected abstract Expression<Func<T, bool>> HasId(TId id);

    private protected abstract Expression<Func<T, bool>> IsAmong(List<TId> ids);

    private protected abstract IQueryable<StoredVersion> Versions(IQueryable<T> rows);

    private protected abstract long VersionOf(T entity);

    private protected abstract long StoredVersionOf(T entity);

    private protected abstract void MarkStored(T entity);

    private protected abstract void Become(T kept, T given);

    private protected abstract Task<bool> ConflictsAsync(T entity, CancellationToken cancellationToken);

    private static ConcurrencyException Outdated(object entity, Exception? cause = null) =>
        new($"{entity} was saved by someone else, or is no longer stored.", cause);

    // An aggregate's rows are read by several statements. Its version tells whether someone wrote between them; then it is read again.
    private async Task<List<T>> ReadAsync(IQueryable<T> query, CancellationToken cancellationToken)
    {
        for (var reading = 0; reading < MaxReadings; reading++)
        {
            var read = await query.AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
            if (await AreWholeAsync(read, cancellationToken).ConfigureAwait(false))
            {
                return read;
            }
        }

        throw new ConcurrencyException("What was asked for is being written to all the time; try again.");
    }

    private async Task<bool> AreWholeAsync(List<T> read, CancellationToken cancellationToken)
    {
        foreach (var chunk in read.Chunk(ChunkSize))
        {
            var now = await Versions(Rows.Where(IsAmong([.. chunk.Select(KeyOf)])))
                .ToDictionaryAsync(v => v.Id, v => v.Version, cancellationToken).ConfigureAwait(false);
            if (chunk.Any(e => now.TryGetValue(KeyOf(e), out var version) && version != StoredVersionOf(e)))
            {
                return false;
            }
        }

        return true;
    }

    // The ids first, in order, then the aggregates by chunks: memory holds one chunk, and each is whole.
    private async IAsyncEnumerable<T> StreamAsync(ISpecification<T> question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await Versions(Rows.Answering(question)).Select(v => v.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            var read = await ReadAsync(Rows.Where(IsAmong([.. chunk])), cancellationToken).ConfigureAwait(false);
            var byId = read.ToDictionary(KeyOf);
            foreach (var id in chunk)
            {
                if (byId.TryGetValue(id, out var entity))
                {
                    yield return entity;
                }
            }
        }
    }

    private async Task<T> TrackAsync(T entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (context.Entry(entity).State != EntityState.Detached)
        {
            return entity;
        }

        var kept = await context.Set<T>().AsTracking().AsSplitQuery().SingleOrDefaultAsync(HasId(KeyOf(entity)), cancellationToken).ConfigureAwait(false);
        return kept is not null && StoredVersionOf(kept) == StoredVersionOf(entity) ? kept : throw Outdated(entity);
    }

    private void TakeOver(T kept, T given)
    {
        if (!ReferenceEquals(kept, given))
        {
            Become(kept, given);
        }
    }

    private async Task<int> SaveAsync(List<T> entities, Action change, CancellationToken cancellationToken)
    {
        try
        {
            change();
            var written = await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            entities.ForEach(MarkStored);
            return written;
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw Outdated(entities[0], e);
        }
        catch (DbUpdateException e)
        {
            foreach (var entity in entities)
            {
                if (await ConflictsAsync(entity, cancellationToken).ConfigureAwait(false))
                {
                    throw new ConcurrencyException($"{entity} is stored already, or a unique value of it is taken.", e);
                }
            }

            throw;
        }
        finally
        {
            Forget(entities);
        }
    }

    // The context is left as it was found: without the aggregates, whether they were saved or not.
    private void Forget(List<T> entities)
    {
        var keys = entities.Select(KeyOf).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries().ToList())
        {
            var owner = entry.Metadata.FindOwnership();
            var isRoot = entry.Entity is T root && keys.Contains(KeyOf(root));
            var isPart = owner?.PrincipalEntityType.ClrType == typeof(T)
                && entry.Property(owner.Properties[0].Name).CurrentValue is TId id && keys.Contains(id);
            if (isRoot || isPart)
            {
                entry.State = EntityState.Detached;
            }
        }
    }

    private protected sealed record StoredVersion(TId Id, long Version);
}
