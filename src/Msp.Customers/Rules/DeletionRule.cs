namespace Msp.Customers.Rules;

/// <summary>
/// A rule that can block the deletion of an aggregate. It is evaluated when a deletion is checked or performed, and does not modify the
/// aggregate.
/// </summary>
/// <typeparam name="T">The aggregate: <c>Customer</c> or <c>ServicePlan</c>.</typeparam>
/// <remarks>
/// A rule overrides <see cref="Evaluate"/>. A rule that queries storage overrides <see cref="EvaluateAsync"/>, and queries once for all
/// deletions of a call.
/// </remarks>
public abstract class DeletionRule<T> : Rule
    where T : class
{
    /// <summary>Initializes a rule.</summary>
    /// <param name="codes">The codes that the rule reports; at least one.</param>
    protected DeletionRule(params IEnumerable<RuleDescriptor> codes)
        : base(codes) { }

    /// <summary>Evaluates a deletion and reports each violation that blocks it.</summary>
    /// <param name="deletion">The deletion, which collects the violations.</param>
    /// <exception cref="NotSupportedException">The rule queries storage. Call <see cref="EvaluateAsync"/> instead.</exception>
    public virtual void Evaluate(Deletion<T> deletion) =>
        throw new NotSupportedException($"{GetType().Name} does not override Evaluate. Call EvaluateAsync, or override Evaluate.");

    /// <summary>Evaluates the deletions of one call and reports the violations that block them.</summary>
    /// <param name="deletions">The deletions. Each deletion collects its own violations.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that represents the evaluation.</returns>
    public virtual ValueTask EvaluateAsync(IReadOnlyList<Deletion<T>> deletions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deletions);
        foreach (var deletion in deletions)
        {
            Evaluate(deletion);
        }

        return ValueTask.CompletedTask;
    }
}
