using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A repository that evaluates the rules before it stores, so that no caller can bypass them.
/// A change with an error is refused and nothing is stored; warnings let it pass, and <see cref="SaveAsync(T, CancellationToken)"/> returns them.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract partial class ValidatingRepository<T> : IRepositoryBase<T>, IMspStorage
    where T : class
{
    private protected const string Add = "add";
    private protected const string Update = "update";
    private const string Delete = "delete";
    private readonly RuleSet<T> rules;
    private readonly SaveTelemetry telemetry;

    private protected ValidatingRepository(HostStore<T> stored, RuleSet<T> rules, BusinessCalendar calendar, ILogger? logger)
    {
        Stored = stored.Repository;
        this.rules = rules;
        telemetry = new SaveTelemetry(logger ?? NullLogger.Instance);
        Calendar = calendar;
    }

    /// <inheritdoc/>
    public MspId Msp => (Stored as IMspStorage)?.Msp ?? MspId.Default;

    private protected IRepositoryBase<T> Stored { get; }

    private protected BusinessCalendar Calendar { get; }

    /// <summary>Stores a new or changed aggregate, and returns the warnings about it.</summary>
    /// <param name="entity">The aggregate. One that storage has not held yet is added, another updated.</param>
    /// <param name="cancellationToken">Cancels the save.</param>
    /// <returns>The warnings; empty when there are none.</returns>
    /// <exception cref="RuleViolationException">A rule is broken; nothing is stored. The exception contains all violations, warnings too.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is stored.</exception>
    public Task<IReadOnlyList<Violation>> SaveAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return SaveAsync(
            IsNew(entity) ? Add : Update,
            entity,
            found => found,
            IsNew(entity) ? () => Stored.AddAsync(entity, cancellationToken) : () => Stored.UpdateAsync(entity, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule refuses it; nothing is stored.</exception>
    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, One(entity), _ => Stored.AddAsync(entity, cancellationToken), cancellationToken);

    /// <summary>Stores new aggregates, evaluated against each other too. Where one loses a race, the storage decides whether the others stay stored.</summary>
    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule refuses one of them; nothing is stored.</exception>
    public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, entities, all => Stored.AddRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule refuses it; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is stored.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, One(entity), _ => Stored.UpdateAsync(entity, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule refuses one of them; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first.</exception>
    public Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, entities, all => Stored.UpdateRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks the deletion; the exception contains all that does.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is deleted.</exception>
    public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) =>
        RemoveAsync(One(entity), _ => Stored.DeleteAsync(entity, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks one of the deletions; nothing is deleted.</exception>
    public Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        RemoveAsync(entities, all => Stored.DeleteRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks one of the deletions; nothing is deleted.</exception>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(
                await StoredFor(specification).ListAsync(specification, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Does nothing: every write was checked and stored when its task ended, and nothing unchecked is let through.</summary>
    /// <returns>0.</returns>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    private protected abstract string Kind { get; }

    private protected abstract LocalDate Today(T entity);

    private protected abstract bool IsNew(T entity);

    private protected abstract bool IsOutdated(T entity, T? stored);

    private protected abstract object IdOf(T entity);

    // Sets what follows from the day on which a change is saved, before rules evaluate it.
    private protected virtual void Complete(T entity, T? stored) { }

    private protected abstract Task<List<T>> ReadAsync(IEnumerable<T> entities, CancellationToken cancellationToken);

    // Stores an entity and returns its warnings. What rules report of it is completed first, with the faults of the draft that it was made of.
    // Null is an entity that could not be made: it is refused for these faults.
    private protected Task<IReadOnlyList<Violation>> SaveAsync(
        string action,
        T? entity,
        Func<IReadOnlyList<Violation>, IReadOnlyList<Violation>> reported,
        Func<Task> store,
        CancellationToken cancellationToken
    )
    {
        T[] all = entity is null ? [] : [entity];
        return ReportAsync(
            action,
            all,
            async () =>
            {
                if (entity is null)
                {
                    throw new RuleViolationException(reported([]));
                }

                var warnings = await EnsureValidAsync(all, _ => [], cancellationToken, reported).ConfigureAwait(false);
                return await OrSayWhyAsync(StoreAsync, () => EnsureValidAsync(all, _ => [], cancellationToken, reported))
                    .ConfigureAwait(false);

                async Task<IReadOnlyList<Violation>> StoreAsync()
                {
                    await store().ConfigureAwait(false);
                    return warnings;
                }
            }
        );
    }

    private Task<TResult> SaveAsync<TResult>(
        string action,
        IEnumerable<T> entities,
        Func<T[], Task<TResult>> store,
        CancellationToken cancellationToken
    )
    {
        var all = All(entities);
        return ReportAsync(
            action,
            all,
            async () =>
            {
                await EnsureValidAsync(all, i => new ArraySegment<T>(all, 0, i), cancellationToken).ConfigureAwait(false);
                return await OrSayWhyAsync(() => store(all), () => EnsureValidAsync(all, _ => [], cancellationToken)).ConfigureAwait(false);
            }
        );
    }

    private Task<int> RemoveAsync(IEnumerable<T> entities, Func<T[], Task<int>> remove, CancellationToken cancellationToken)
    {
        var all = All(entities);
        return ReportAsync(
            Delete,
            all,
            async () =>
            {
                await EnsureDeletableAsync(all, cancellationToken).ConfigureAwait(false);
                return await OrSayWhyAsync(() => remove(all), () => EnsureDeletableAsync(all, cancellationToken)).ConfigureAwait(false);
            }
        );
    }

    private async Task EnsureDeletableAsync(T[] entities, CancellationToken cancellationToken)
    {
        foreach (var deletion in await EvaluateDeletionsAsync(entities, cancellationToken).ConfigureAwait(false))
        {
            RuleViolationException.ThrowIfAnyError(deletion.Violations);
        }
    }

    private static T[] One(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return [entity];
    }

    private static T[] All(IEnumerable<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        T[] all = [.. entities.Distinct()];
        Array.ForEach(all, e => ArgumentNullException.ThrowIfNull(e, nameof(entities)));
        return all;
    }

    // Throws for the first that is at fault, and returns the warnings of the last. What someone else saved meanwhile must not be refused as if the caller
    // had undone it; those before it are judged by what the caller wants of all.
    private async Task<IReadOnlyList<Violation>> EnsureValidAsync(
        T[] entities,
        Func<int, IReadOnlyList<T>> savedWith,
        CancellationToken cancellationToken,
        Func<IReadOnlyList<Violation>, IReadOnlyList<Violation>>? reported = null
    )
    {
        var before = await FindAsync(entities, cancellationToken).ConfigureAwait(false);
        var outdated = entities.FirstOrDefault(e => IsOutdated(e, before.GetValueOrDefault(IdOf(e))));
        IReadOnlyList<Violation> found = [];
        Array.ForEach(entities, e => Complete(e, before.GetValueOrDefault(IdOf(e))));
        var asked = Array.IndexOf(entities, outdated);
        var changes = await EvaluateAsync(asked == 0 ? [] : entities, before, savedWith, cancellationToken).ConfigureAwait(false);
        foreach (var change in asked < 0 ? changes : changes.Take(asked))
        {
            found = reported?.Invoke(change.Violations) ?? change.Violations;
            RuleViolationException.ThrowIfAnyError(found);
        }

        if (outdated is null)
        {
            return found;
        }

        RuleViolationException.ThrowIfAnyError(reported?.Invoke([]) ?? []);
        throw new ConcurrencyException($"{outdated} was saved by someone else, or is no longer stored.");
    }

    // What lost a race for an id, a name or a plan reports the rule, as if the other had been there before; else, or where that
    // cannot be asked, the conflict itself.
    private static async Task<TResult> OrSayWhyAsync<TResult>(Func<Task<TResult>> write, Func<Task> ask)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (ConcurrencyException)
        {
            try
            {
                await ask().ConfigureAwait(false);
            }
            catch (Exception e) when (e is not RuleViolationException and not OperationCanceledException)
            {
                // Such as in a transaction of the host's own that the database has ended.
            }

            throw;
        }
    }

    private Task<TResult> ReportAsync<TResult>(string action, T[] all, Func<Task<TResult>> save) =>
        telemetry.ReportAsync(action, Kind, Msp, Array.ConvertAll(all, IdOf), save);
}
