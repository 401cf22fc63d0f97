using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using Msp.Customers.Telemetry;
using NodaTime;

namespace Msp.Customers.Storage;

/// <summary>
/// The door to storage: a repository that asks the policies before it stores, so that no caller can walk round them.
/// A change with an error is refused and nothing is stored; warnings let it pass, and <see cref="CheckAsync"/> tells them.
/// </summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract partial class CheckedRepository<T> : IRepositoryBase<T>, IMspStorage
    where T : class
{
    private const string Add = "add";
    private const string Update = "update";
    private const string Delete = "delete";
    private readonly PolicySet<T> policies;
    private readonly ILogger logger;

    private protected CheckedRepository(Stored<T> stored, PolicySet<T> policies, BusinessCalendar calendar, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(calendar);
        Stored = stored.Repository;
        this.policies = policies;
        this.logger = logger ?? NullLogger.Instance;
        Calendar = calendar;
    }

    /// <inheritdoc/>
    public MspId Msp => (Stored as IMspStorage)?.Msp ?? MspId.Only;

    private protected IRepositoryBase<T> Stored { get; }

    private protected BusinessCalendar Calendar { get; }

    /// <summary>Judges an aggregate as if it were saved now, without saving it.</summary>
    /// <param name="entity">The aggregate, new or changed.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>All violations, warnings too; empty when there are none.</returns>
    public async Task<IReadOnlyList<Violation>> CheckAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var before = await FindAsync([entity], cancellationToken).ConfigureAwait(false);
        return await policies.JudgeAsync(ChangeOf(entity, before, []), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells what would block a deletion now, without deleting. What is stored is judged, not what the aggregate in hand was changed to.</summary>
    /// <param name="entity">The aggregate.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>What blocks; empty when nothing does.</returns>
    public async Task<IReadOnlyList<Violation>> CheckRemovalAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (await ReadAsync([entity], cancellationToken).ConfigureAwait(false)).SingleOrDefault() is { } before
            ? await policies.JudgeRemovalAsync(before, Today(before), cancellationToken).ConfigureAwait(false)
            : [];
    }

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses it; nothing is stored.</exception>
    public Task<T> AddAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, One(entity), _ => Stored.AddAsync(entity, cancellationToken), cancellationToken);

    /// <summary>Stores new aggregates, judged against each other too. Where one loses a race, the storage decides whether the others stay stored.</summary>
    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses one of them; nothing is stored.</exception>
    public Task<IEnumerable<T>> AddRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Add, entities, all => Stored.AddRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses it; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first; nothing is stored.</exception>
    public Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, One(entity), _ => Stored.UpdateAsync(entity, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">A policy refuses one of them; nothing is stored.</exception>
    /// <exception cref="ConcurrencyException">Someone else saved first.</exception>
    public Task<int> UpdateRangeAsync(IEnumerable<T> entities, CancellationToken cancellationToken = default) =>
        SaveAsync(Update, entities, all => Stored.UpdateRangeAsync(all, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RuleViolationException">Something blocks the deletion; all that does is told.</exception>
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

    private protected abstract Task<List<T>> ReadAsync(IEnumerable<T> entities, CancellationToken cancellationToken);

    private Change<T> ChangeOf(T entity, Dictionary<object, T> before, IReadOnlyList<T> savedAlong) =>
        new(IsNew(entity) ? null : before.GetValueOrDefault(IdOf(entity)), entity, Today(entity)) { SavedAlong = savedAlong };

    // What is stored of those that are not new, by id.
    private async Task<Dictionary<object, T>> FindAsync(IEnumerable<T> entities, CancellationToken cancellationToken) =>
        (await ReadAsync(entities.Where(e => !IsNew(e)), cancellationToken).ConfigureAwait(false)).ToDictionary(IdOf);

    private async Task<TResult> SaveAsync<TResult>(
        string action,
        IEnumerable<T> entities,
        Func<T[], Task<TResult>> store,
        CancellationToken cancellationToken
    )
    {
        var all = All(entities);
        return await TellAsync(
                action,
                all,
                async () =>
                {
                    await DemandAsync(all, i => new ArraySegment<T>(all, 0, i), cancellationToken).ConfigureAwait(false);
                    return await OrSayWhyAsync(all, () => store(all), cancellationToken).ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
    }

    private async Task<int> RemoveAsync(IEnumerable<T> entities, Func<T[], Task<int>> remove, CancellationToken cancellationToken)
    {
        var all = All(entities);
        return await TellAsync(
                Delete,
                all,
                async () =>
                {
                    foreach (var entity in all)
                    {
                        RuleViolationException.ThrowIfAnyError(await CheckRemovalAsync(entity, cancellationToken).ConfigureAwait(false));
                    }

                    return await remove(all).ConfigureAwait(false);
                }
            )
            .ConfigureAwait(false);
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

    // The first that is at fault decides what is told. What someone else saved meanwhile must not be judged as if the caller had undone it.
    private async Task DemandAsync(T[] entities, Func<int, IReadOnlyList<T>> savedAlong, CancellationToken cancellationToken)
    {
        var before = await FindAsync(entities, cancellationToken).ConfigureAwait(false);
        var outdated = entities.FirstOrDefault(e => IsOutdated(e, before.GetValueOrDefault(IdOf(e))));
        var changes = entities.TakeWhile(e => e != outdated).Select((e, i) => ChangeOf(e, before, savedAlong(i))).ToList();
        foreach (var found in await policies.JudgeAllAsync(changes, cancellationToken).ConfigureAwait(false))
        {
            RuleViolationException.ThrowIfAnyError(found);
        }

        if (outdated is not null)
        {
            throw new ConcurrencyException($"{outdated} was saved by someone else, or is no longer stored.");
        }
    }

    // Whoever lost a race for an id or a name is told the rule, as if the other had been there before; else the conflict itself.
    private async Task<TResult> OrSayWhyAsync<TResult>(T[] entities, Func<Task<TResult>> store, CancellationToken cancellationToken)
    {
        try
        {
            return await store().ConfigureAwait(false);
        }
        catch (ConcurrencyException)
        {
            await DemandAsync(entities, _ => [], cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    // Logs, traces and metrics are told ids, codes and paths, and nothing of what the aggregates hold.
    private async Task<TResult> TellAsync<TResult>(string action, T[] all, Func<Task<TResult>> save)
    {
        using var operation = Operation.Start(TelemetryNames.Save, Instruments.SaveDuration, Msp.Value, action, Kind);
        try
        {
            var result = await save().ConfigureAwait(false);
            operation?.End(Outcomes.Saved, all.Length);
            if (logger.IsEnabled(LogLevel.Debug))
            {
                SaveLog.Saved(logger, action, Kind, Ids());
            }

            return result;
        }
        catch (RuleViolationException e)
        {
            operation?.Refuse(e.Violations);
            if (logger.IsEnabled(LogLevel.Information))
            {
                SaveLog.Refused(logger, action, Kind, Ids(), Listed.Violations(e.Violations));
            }

            throw;
        }
        catch (ConcurrencyException)
        {
            operation?.End(Outcomes.Conflicted, all.Length);
            if (logger.IsEnabled(LogLevel.Information))
            {
                SaveLog.Conflicted(logger, action, Kind, Ids());
            }

            throw;
        }
        catch (Exception e)
        {
            operation?.Fail(e);
            throw;
        }

        string Ids() => Listed.Ids(Array.ConvertAll(all, IdOf));
    }
}
