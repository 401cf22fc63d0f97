using Msp.Customers.Rules;

namespace Msp.Customers;

// Evaluates rules for a save or a deletion without performing it.
public abstract partial class ValidatingRepository<T>
{
    /// <summary>Evaluates the rules for an aggregate as if it were saved now, without saving it.</summary>
    /// <param name="entity">The aggregate, new or changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All violations, errors and warnings; empty when there are no violations.</returns>
    public Task<IReadOnlyList<Violation>> CheckAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return EvaluateAsync(entity, cancellationToken);
    }

    /// <summary>Evaluates the rules for several aggregates as if one call saved them now, without saving them.</summary>
    /// <param name="entities">The aggregates, new or changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The violations of each aggregate in order, errors and warnings; an empty list when an aggregate has no violations.
    /// </returns>
    /// <remarks>
    /// Each aggregate is checked against the stored aggregates and those before it. An aggregate that is passed twice is evaluated once.
    /// </remarks>
    public async Task<IReadOnlyList<IReadOnlyList<Violation>>> CheckRangeAsync(
        IEnumerable<T> entities,
        CancellationToken cancellationToken = default
    )
    {
        var all = All(entities);
        var changes = await EvaluateAsync(Changes(all), i => new ArraySegment<T>(all, 0, i), cancellationToken).ConfigureAwait(false);
        return changes.ConvertAll(c => c.Violations);
    }

    /// <summary>Evaluates the rules for a deletion, without deleting the aggregate.</summary>
    /// <param name="entity">The aggregate.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The violations that block the deletion; empty when the aggregate can be deleted.</returns>
    /// <remarks>The state that was read is evaluated, without unsaved changes.</remarks>
    public async Task<IReadOnlyList<Violation>> CheckDeletionAsync(T entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (await EvaluateDeletionsAsync([entity], cancellationToken).ConfigureAwait(false)).SingleOrDefault()?.Violations ?? [];
    }

    private protected async Task<IReadOnlyList<Violation>> EvaluateAsync(T entity, CancellationToken cancellationToken) =>
        (await EvaluateAsync(Changes([entity]), _ => [], cancellationToken).ConfigureAwait(false))[0].Violations;

    private static (T? Before, T After)[] Changes(T[] entities) => Array.ConvertAll(entities, e => (e.GetOriginal(), e));

    private async Task<List<Change<T>>> EvaluateAsync(
        (T? Before, T After)[] states,
        Func<int, IReadOnlyList<T>> savedWith,
        CancellationToken cancellationToken
    )
    {
        var changes = states
            .Select(
                (state, i) =>
                    new Change<T>(state.Before, state.After, Today(state.After)) { SavedWith = savedWith(i), Severities = rules.Severities }
            )
            .ToList();
        await rules.EvaluateAsync(changes, cancellationToken).ConfigureAwait(false);
        return changes;
    }

    // Aggregates that were never stored are skipped.
    private async Task<List<Deletion<T>>> EvaluateDeletionsAsync(T[] entities, CancellationToken cancellationToken)
    {
        var deletions = entities
            .Select(e => e.GetOriginal())
            .OfType<T>()
            .Select(s => new Deletion<T>(s, Today(s)) { Severities = rules.Severities })
            .ToList();
        await rules.EvaluateAsync(deletions, cancellationToken).ConfigureAwait(false);
        return deletions;
    }
}
