using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>A rule that may stand in the way of deleting an aggregate; each violation names one thing that blocks.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public abstract class RemovalPolicy<T> : Rule
    where T : class
{
    /// <inheritdoc cref="Rule(string, Severity, string)"/>
    protected RemovalPolicy(string code, Severity severity, string message)
        : base(code, severity, message) { }

    /// <summary>Adds a violation for each thing that blocks the deletion. It changes nothing.</summary>
    /// <param name="stored">The aggregate as stored.</param>
    /// <param name="today">The day of the deletion in the aggregate's business zone.</param>
    /// <param name="found">Where violations go.</param>
    /// <param name="cancellationToken">Ends the judging early.</param>
    /// <returns>A task that ends when the policy has judged.</returns>
    public abstract ValueTask JudgeAsync(T stored, LocalDate today, ICollection<Violation> found, CancellationToken cancellationToken);
}
