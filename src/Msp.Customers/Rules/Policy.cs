namespace Msp.Customers.Rules;

/// <summary>A rule about a change to an aggregate, judged when it is saved and on demand without saving.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class Policy<T> : Rule
    where T : class
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected Policy(string code, Severity severity, string message)
        : base(code, severity, message) { }

    /// <summary>Judges the change and adds a violation for each fault. It changes nothing.</summary>
    /// <param name="change">What is stored, what would be, and the day.</param>
    /// <param name="found">Where violations go.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>A task that ends when the policy has judged.</returns>
    public abstract ValueTask JudgeAsync(Change<T> change, ICollection<Violation> found, CancellationToken cancellationToken);

    /// <summary>Judges several changes, each by itself: what is saved along with one is what it says. One after the other, unless the policy knows better.</summary>
    /// <param name="changes">The changes, and where the violations of each go.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>A task that ends when the policy has judged all.</returns>
    public virtual async ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<T>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (change, found) in changes)
        {
            await JudgeAsync(change, found, cancellationToken).ConfigureAwait(false);
        }
    }
}
