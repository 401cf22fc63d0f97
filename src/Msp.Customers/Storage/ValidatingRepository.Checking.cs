using Msp.Customers.Rules;

namespace Msp.Customers;

// What rules say of a save or a deletion, which may never happen.
public abstract partial class ValidatingRepository<T>
{
    /// <summary>Evaluates the rules of an aggregate as if it were saved now, without saving it.</summary>
    /// <param name="entity">The aggregate, new or changed.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>All violations, warnings too; empty when there are none.</returns>
    public Task<IReadOnlyList<Violation>> CheckAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return EvaluateAsync(entity, cancellationToken);
    }

    /// <summary>Evaluates the rules of several aggregates as if they were saved now in one call, each against those before it, without saving them.</summary>
    /// <param name="entities">The aggregates, new or changed.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>For each aggregate, in order, all violations, warnings too; empty when there are none. One that is passed twice is evaluated once.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Violation>>> CheckRangeAsync(
        IEnumerable<T> entities,
        CancellationToken cancellationToken = default
    )
    {
        var all = All(entities);
        var before = await FindAsync(all, cancellationToken).ConfigureAwait(false);
        return (await EvaluateAsync(all, before, i => new ArraySegment<T>(all, 0, i), cancellationToken).ConfigureAwait(false)).ConvertAll(
            c => c.Violations
        );
    }

    /// <summary>Evaluates what would block a deletion now, without deleting. The stored aggregate is evaluated, not the changes of the one in hand.</summary>
    /// <param name="entity">The aggregate.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>What blocks; empty when nothing does.</returns>
    public async Task<IReadOnlyList<Violation>> CheckDeletionAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (await EvaluateDeletionsAsync([entity], cancellationToken).ConfigureAwait(false)).SingleOrDefault()?.Violations ?? [];
    }

    // What is stored of those that are not new, by id.
    private async Task<Dictionary<object, T>> FindAsync(IEnumerable<T> entities, CancellationToken cancellationToken) =>
        (await ReadAsync(entities.Where(e => !IsNew(e)), cancellationToken).ConfigureAwait(false)).ToDictionary(IdOf);

    private protected async Task<IReadOnlyList<Violation>> EvaluateAsync(T entity, CancellationToken cancellationToken)
    {
        var before = await FindAsync([entity], cancellationToken).ConfigureAwait(false);
        return (await EvaluateAsync([entity], before, _ => [], cancellationToken).ConfigureAwait(false))[0].Violations;
    }

    private async Task<List<Change<T>>> EvaluateAsync(
        IEnumerable<T> entities,
        Dictionary<object, T> before,
        Func<int, IReadOnlyList<T>> savedWith,
        CancellationToken cancellationToken
    )
    {
        var changes = entities
            .Select(
                (entity, i) =>
                    new Change<T>(IsNew(entity) ? null : before.GetValueOrDefault(IdOf(entity)), entity, Today(entity))
                    {
                        SavedWith = savedWith(i),
                        Severities = rules.Severities,
                    }
            )
            .ToList();
        await rules.EvaluateAsync(changes, cancellationToken).ConfigureAwait(false);
        return changes;
    }

    // Of those that are stored.
    private async Task<List<Deletion<T>>> EvaluateDeletionsAsync(T[] entities, CancellationToken cancellationToken)
    {
        var stored = (await ReadAsync(entities, cancellationToken).ConfigureAwait(false)).ToDictionary(IdOf);
        var deletions = entities
            .Select(e => stored.GetValueOrDefault(IdOf(e)))
            .OfType<T>()
            .Select(s => new Deletion<T>(s, Today(s)) { Severities = rules.Severities })
            .ToList();
        await rules.EvaluateAsync(deletions, cancellationToken).ConfigureAwait(false);
        return deletions;
    }
}
