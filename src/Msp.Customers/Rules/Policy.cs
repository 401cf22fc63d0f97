namespace Msp.Customers.Rules;

/// <summary>A rule about a change to an aggregate, judged when it is saved and on demand without saving.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class Policy<T> : Rule
    where T : class
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected Policy(string code, Severity severity, string message)
        : base(code, severity, message)
    {
    }

    /// <summary>Judges the change and adds a violation for each fault. It changes nothing.</summary>
    /// <param name="change">What is stored, what would be, and the day.</param>
    /// <param name="found">Where violations go.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>A task that ends when the policy has judged.</returns>
    public abstract ValueTask JudgeAsync(Change<T> change, ICollection<Violation> found, CancellationToken cancellationToken);
}
