namespace Msp.Customers.Rules;

/// <summary>A policy that asks the storage once for all changes of a save. One change is a batch of one.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class BatchPolicy<T> : Policy<T>
    where T : class
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected BatchPolicy(string code, Severity severity, string message)
        : base(code, severity, message) { }

    /// <inheritdoc/>
    public abstract override ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<T>> changes, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public sealed override ValueTask JudgeAsync(Change<T> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        return JudgeAllAsync([new JudgedChange<T>(change, found)], cancellationToken);
    }
}
