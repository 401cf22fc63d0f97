using System.Collections.Immutable;
using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>The policies in force for one kind of aggregate, with their severities.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class PolicySet<T>
    where T : class
{
    private readonly ImmutableArray<Policy<T>> policies;
    private readonly ImmutableArray<RemovalPolicy<T>> removalPolicies;
    private readonly SeverityMap severities;

    /// <summary>Gathers policies.</summary>
    /// <param name="policies">Judged on saving, in this order.</param>
    /// <param name="removalPolicies">Judged on deleting, in this order; none when omitted.</param>
    /// <param name="severities">Severities that replace the policies' own; none when omitted.</param>
    public PolicySet(IEnumerable<Policy<T>> policies, IEnumerable<RemovalPolicy<T>>? removalPolicies = null, SeverityMap? severities = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        this.policies = [.. policies];
        this.removalPolicies = [.. removalPolicies ?? []];
        this.severities = severities ?? SeverityMap.None;
    }

    /// <summary>Judges a change by every policy and returns all violations at once.</summary>
    /// <param name="change">What is stored, what would be, and the day.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>Errors and warnings in the order of the policies; empty when there are none.</returns>
    public async Task<IReadOnlyList<Violation>> JudgeAsync(Change<T> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return (await JudgeAllAsync([change], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Judges several changes by every policy, with few questions to the storage. Each is told what it would be told alone, with the same <see cref="Change{T}.SavedAlong"/>.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>For each change, in their order, errors and warnings in the order of the policies; empty when there are none.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Violation>>> JudgeAllAsync(
        IReadOnlyList<Change<T>> changes,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(changes);
        var found = changes.Select(_ => new List<Violation>()).ToList();
        List<JudgedChange<T>> judged = [.. changes.Zip(found, (change, told) => new JudgedChange<T>(change, told))];
        foreach (var policy in policies)
        {
            await policy.JudgeAllAsync(judged, cancellationToken).ConfigureAwait(false);
        }

        return found.ConvertAll(severities.Apply);
    }

    /// <summary>Judges a deletion by every removal policy and returns all that blocks at once.</summary>
    /// <param name="stored">The aggregate as stored.</param>
    /// <param name="today">The day of the deletion in the aggregate's business zone.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>What blocks; empty when nothing does.</returns>
    public async Task<IReadOnlyList<Violation>> JudgeRemovalAsync(T stored, LocalDate today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var found = new List<Violation>();
        foreach (var policy in removalPolicies)
        {
            await policy.JudgeAsync(stored, today, found, cancellationToken).ConfigureAwait(false);
        }

        return severities.Apply(found);
    }
}
