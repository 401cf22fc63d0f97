using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Storage;

/// <summary>
/// The door to storage: a repository that asks the policies before it stores, so that no caller can walk round them.
/// A change with an error is refused and nothing is stored; warnings let it pass, and <see cref="CheckAsync"/> tells them.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class CheckedRepository<T> : IRepositoryBase<T>, IMspStorage
    where T : class
{
    private readonly IRepositoryBase<T> stored;
    private readonly PolicySet<T> policies;

    private protected CheckedRepository(Stored<T> stored, PolicySet<T> policies, BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(calendar);
        this.stored = stored.Repository;
        this.policies = policies;
        Calendar = calendar;
    }

    /// <inheritdoc/>
    public MspId Msp => (stored as IMspStorage)?.Msp ?? MspId.Only;

    private protected BusinessCalendar Calendar { get; }

    /// <summary>Judges an aggregate as if it were saved now, without saving it.</summary>
    /// <param name="entity">The aggregate, new or changed.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>All violations, warnings too; empty when there are none.</returns>
    public async Task<IReadOnlyList<Violation>> CheckAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var before = IsNew(entity) ? null : await FindAsync(entity, cancellationToken).ConfigureAwait(false);
        return await JudgeAsync(before, entity, [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells what would block a deletion now, without deleting. What is stored is judged, not what the aggregate in hand was changed to.</summary>
    /// <param name="entity">The aggregate.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>What blocks; empty when nothing does.</returns>
    public async Task<IReadOnlyList<Violation>> CheckRemovalAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await FindAsync(entity, cancellationToken).ConfigureAwait(false) is { } before
            ? await policies.JudgeRemovalAsync(before, Today(before), cancellationToken).ConfigureAwait(false)
            : [];
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses it; nothing is stored.</exception>
    public async Task<T> AddAsync(T entity, CancellationToken cancellationToken = default)
    {
        await DemandAsync(entity, [], cancellationToken).ConfigureAwait(false);
        return await OrSayWhyAsync([entity], () => stored.AddAsync(entity, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores new aggregates, judged against each other too. Where one loses a race, the storage decides whether the others stay stored.</summary>
    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses one of them; nothing is stored.</exception>
    public async Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var all = await DemandAllAsync(entities, cancellationToken).ConfigureAwait(false);
        return await OrSayWhyAsync(all, () => stored.AddRangeAsync(all, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses it; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is stored.</exception>
    public async Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default)
    {
        await DemandAsync(entity, [], cancellationToken).ConfigureAwait(false);
        return await OrSayWhyAsync([entity], () => stored.UpdateAsync(entity, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses one of them; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first.</exception>
    public async Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var all = await DemandAllAsync(entities, cancellationToken).ConfigureAwait(false);
        return await OrSayWhyAsync(all, () => stored.UpdateRangeAsync(all, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks the deletion; all that does is told.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is deleted.</exception>
    public async Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default)
    {
        RuleViolationException.ThrowIfAnyError(await CheckRemovalAsync(entity, cancellationToken).ConfigureAwait(false));
        return await stored.DeleteAsync(entity, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks one of the deletions; nothing is deleted.</exception>
    public async Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default)
    {
        var all = entities.Distinct().ToList();
        foreach (var entity in all)
        {
            RuleViolationException.ThrowIfAnyError(await CheckRemovalAsync(entity, cancellationToken).ConfigureAwait(false));
        }

        return await stored.DeleteRangeAsync(all, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks one of the deletions; nothing is deleted.</exception>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(await stored.ListAsync(specification, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Does nothing: every write was checked and stored when its task ended, and nothing unchecked is let through.</summary>
    /// <returns>0.</returns>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    /// <inheritdoc/>
    public Task<T?> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
        where TId : notnull => stored.GetByIdAsync(id, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        stored.FirstOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> FirstOrDefaultAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        stored.FirstOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default) =>
        stored.SingleOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<TResult?> SingleOrDefaultAsync<TResult>(ISingleResultSpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        stored.SingleOrDefaultAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(CancellationToken cancellationToken = default) => stored.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        stored.ListAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<List<TResult>> ListAsync<TResult>(ISpecification<T, TResult> specification, CancellationToken cancellationToken = default) =>
        stored.ListAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        stored.CountAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(CancellationToken cancellationToken = default) => stored.CountAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        stored.AnyAsync(specification, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => stored.AnyAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<T> AsAsyncEnumerable(ISpecification<T> specification) => stored.AsAsyncEnumerable(specification);

    private protected abstract LocalDate Today(T entity);

    private protected abstract bool IsNew(T entity);

    private protected abstract bool IsOutdated(T entity, T? stored);

    private protected abstract ISingleResultSpecification<T> AsStored(T entity);

    private Task<T?> FindAsync(T entity, CancellationToken cancellationToken) => stored.SingleOrDefaultAsync(AsStored(entity), cancellationToken);

    private Task<IReadOnlyList<Violation>> JudgeAsync(T? before, T entity, IReadOnlyList<T> savedAlong, CancellationToken cancellationToken) =>
        policies.JudgeAsync(new Change<T>(before, entity, Today(entity)) { SavedAlong = savedAlong }, cancellationToken);

    // What someone else saved meanwhile must not be judged as if the caller had undone it.
    private async Task DemandAsync(T entity, IReadOnlyList<T> savedAlong, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var before = IsNew(entity) ? null : await FindAsync(entity, cancellationToken).ConfigureAwait(false);
        if (IsOutdated(entity, before))
        {
            throw new ConcurrencyException($"{entity} was saved by someone else, or is no longer stored.");
        }

        RuleViolationException.ThrowIfAnyError(await JudgeAsync(before, entity, savedAlong, cancellationToken).ConfigureAwait(false));
    }

    private async Task<List<T>> DemandAllAsync(IEnumerable<T> entities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var judged = new List<T>();
        foreach (var entity in entities.Distinct())
        {
            await DemandAsync(entity, judged, cancellationToken).ConfigureAwait(false);
            judged.Add(entity);
        }

        return judged;
    }

    // Whoever lost a race for an id or a name is told the rule, as if the other had been there before; else the conflict itself.
    private async Task<TResult> OrSayWhyAsync<TResult>(List<T> entities, Func<Task<TResult>> store, CancellationToken cancellationToken)
    {
        try
        {
            return await store().ConfigureAwait(false);
        }
        catch (ConcurrencyException)
        {
            foreach (var entity in entities)
            {
                await DemandAsync(entity, [], cancellationToken).ConfigureAwait(false);
            }

            throw;
        }
    }
}
