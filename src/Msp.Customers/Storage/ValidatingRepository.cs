using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers;

/// <summary>A repository that evaluates the rules before it stores, so that a caller cannot bypass them.</summary>
/// <remarks>
/// A change with an error is refused and nothing is stored. A change with warnings is stored, and
/// <see cref="SaveAsync(T, CancellationToken)"/> returns the warnings.
/// </remarks>
/// <typeparam name="T">The type of the aggregate.</typeparam>
public abstract partial class ValidatingRepository<T> : IRepositoryBase<T>, IMspRepository
    where T : class, IAggregate<T>
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
    public MspId Msp => (Stored as IMspRepository)?.Msp ?? MspId.Default;

    private protected IRepositoryBase<T> Stored { get; }

    private protected BusinessCalendar Calendar { get; }

    /// <summary>Stores a new or changed aggregate and returns the warnings about it.</summary>
    /// <param name="entity">The aggregate. It is added when it has not been stored yet, and updated otherwise.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warnings; empty when there are no warnings.</returns>
    /// <exception cref="RuleViolationException">
    /// A rule reports an error; nothing is stored. The exception contains all violations, errors and warnings.
    /// </exception>
    /// <exception cref="ConcurrencyException">Another caller saved the aggregate first; nothing is stored.</exception>
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
    /// <exception cref="RuleViolationException">A rule reports an error; nothing is stored.</exception>
    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, One(entity), _ => Stored.AddAsync(entity, cancellationToken), cancellationToken);

    /// <summary>Stores new aggregates. The rules check them against each other too.</summary>
    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule reports an error for one of them; nothing is stored.</exception>
    /// <remarks>When an aggregate is refused because of a conflict, the store decides whether the others stay stored.</remarks>
    public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, entities, all => Stored.AddRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule reports an error; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Another caller saved the aggregate first; nothing is stored.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, One(entity), _ => Stored.UpdateAsync(entity, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule reports an error for one of them; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Another caller saved one of them first.</exception>
    public Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, entities, all => Stored.UpdateRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">
    /// A rule blocks the deletion; nothing is deleted. The exception contains all violations.
    /// </exception>
    /// <exception cref="ConcurrencyException">Another caller saved the aggregate first; nothing is deleted.</exception>
    public Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default) =>
        RemoveAsync(One(entity), _ => Stored.DeleteAsync(entity, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule blocks one of the deletions; nothing is deleted.</exception>
    public Task<int> DeleteRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        RemoveAsync(entities, all => Stored.DeleteRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A rule blocks one of the deletions; nothing is deleted.</exception>
    public async Task<int> DeleteRangeAsync(ISpecification<T> specification, CancellationToken cancellationToken = default) =>
        await DeleteRangeAsync(
                await StoredFor(specification).ListAsync(specification, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Does nothing: every write is checked and stored when its task completes, and there are no unchecked changes.</summary>
    /// <returns>0.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

    private protected abstract string Kind { get; }

    private protected abstract LocalDate Today(T entity);

    // Sets the values that depend on the day of the save, before the rules are evaluated.
    private protected virtual void Complete(T entity, T? before) { }

    private protected abstract Task<List<T>> ReadAsync(IEnumerable<T> entities, CancellationToken cancellationToken);

    private protected static bool IsNew(T entity) => entity.OriginalVersion == 0;

    // Stores an entity and returns its warnings. The function combines the violations of the rules with those of the draft. A null entity
    // could not be created and is refused with the violations of its draft.
    private protected Task<IReadOnlyList<Violation>> SaveAsync(
        string action,
        T? entity,
        Func<IReadOnlyList<Violation>, IReadOnlyList<Violation>> combine,
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
                    throw new RuleViolationException(combine([]));
                }

                var warnings = await EnsureValidAsync(action, all, _ => [], cancellationToken, combine).ConfigureAwait(false);
                return await ExplainConflictAsync(StoreAsync, () => EnsureValidAsync(action, all, _ => [], cancellationToken, combine))
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
                await EnsureValidAsync(action, all, i => new ArraySegment<T>(all, 0, i), cancellationToken).ConfigureAwait(false);
                return await ExplainConflictAsync(() => store(all), () => EnsureValidAsync(action, all, _ => [], cancellationToken))
                    .ConfigureAwait(false);
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
                return await ExplainConflictAsync(() => remove(all), () => EnsureDeletableAsync(all, cancellationToken))
                    .ConfigureAwait(false);
            }
        );
    }

    private async Task EnsureDeletableAsync(T[] entities, CancellationToken cancellationToken)
    {
        foreach (var deletion in await EvaluateDeletionsAsync(entities, cancellationToken).ConfigureAwait(false))
        {
            if (deletion.Violations.Any(v => v.Severity == Severity.Error))
            {
                await ThrowIfOutdatedAsync(entities, [], cancellationToken).ConfigureAwait(false);
            }

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

    // Throws for the first entity with an error, and returns the violations of the last one. The rules judge from the state in which each
    // entity was read. When another caller has saved it meanwhile, the store refuses the write; an error is then a conflict, too.
    private async Task<IReadOnlyList<Violation>> EnsureValidAsync(
        string action,
        T[] entities,
        Func<int, IReadOnlyList<T>> savedWith,
        CancellationToken cancellationToken,
        Func<IReadOnlyList<Violation>, IReadOnlyList<Violation>>? combine = null
    )
    {
        var changes = Array.ConvertAll(entities, e => (Before: action == Add ? null : e.GetOriginal(), After: e));
        Array.ForEach(changes, c => Complete(c.After, c.Before));
        IReadOnlyList<Violation> found = [];
        foreach (var (i, change) in (await EvaluateAsync(changes, savedWith, cancellationToken).ConfigureAwait(false)).Index())
        {
            found = combine?.Invoke(change.Violations) ?? change.Violations;
            if (change.Violations.Any(v => v.Severity == Severity.Error))
            {
                await ThrowIfOutdatedAsync(entities[..(i + 1)], combine?.Invoke([]) ?? [], cancellationToken).ConfigureAwait(false);
            }

            RuleViolationException.ThrowIfAnyError(found);
        }

        return found;
    }

    private async Task ThrowIfOutdatedAsync(T[] entities, IReadOnlyList<Violation> ofDraft, CancellationToken cancellationToken)
    {
        var read = Array.FindAll(entities, e => !IsNew(e));
        var stored = (await ReadAsync(read, cancellationToken).ConfigureAwait(false)).ToDictionary(e => e.Id, e => e.Version);
        if (Array.Find(read, e => stored.GetValueOrDefault(e.Id) != e.OriginalVersion) is { } outdated)
        {
            RuleViolationException.ThrowIfAnyError(ofDraft);
            throw new ConcurrencyException($"{outdated} was saved or deleted by another caller. Read it again.");
        }
    }

    // A save that conflicts on an id, a name or a plan throws the violation of the rule, as if the other save had been stored before.
    // Without a violation, or when the rules cannot be evaluated, it throws the conflict.
    private static async Task<TResult> ExplainConflictAsync<TResult>(Func<Task<TResult>> write, Func<Task> evaluate)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (ConcurrencyException)
        {
            try
            {
                await evaluate().ConfigureAwait(false);
            }
            catch (Exception e) when (e is not RuleViolationException and not OperationCanceledException)
            {
                // For example, the database has ended the host's own transaction.
            }

            throw;
        }
    }

    private Task<TResult> ReportAsync<TResult>(string action, T[] all, Func<Task<TResult>> save) =>
        telemetry.ReportAsync(action, Kind, Msp, Array.ConvertAll<T, object>(all, e => e.Id), save);
}
