namespace Msp.Customers.Rules;

/// <summary>A policy that needs nothing but the change itself, so that it can be asked in a unit test without storage.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class PlainPolicy<T> : Policy<T>
    where T : class
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected PlainPolicy(string code, Severity severity, string message)
        : base(code, severity, message) { }

    /// <summary>Judges the change and adds a violation for each fault.</summary>
    /// <param name="change">What is stored, what would be, and the day.</param>
    /// <param name="found">Where violations go.</param>
    public abstract void Judge(Change<T> change, ICollection<Violation> found);

    /// <inheritdoc/>
    public sealed override ValueTask JudgeAsync(Change<T> change, ICollection<Violation> found, CancellationToken cancellationToken)
    {
        Judge(change, found);
        return ValueTask.CompletedTask;
    }
}
