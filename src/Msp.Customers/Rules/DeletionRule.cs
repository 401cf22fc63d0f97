namespace Msp.Customers.Rules;

/// <summary>A rule that may block the deletion of an aggregate. It is evaluated when a deletion is checked or made, and changes nothing.</summary>
/// <typeparam name="T">The aggregate, <c>Customer</c> or <c>ServicePlan</c>.</typeparam>
/// <remarks>A rule overrides <see cref="Evaluate"/>, or <see cref="EvaluateAsync"/> where it queries storage: it then queries once for all deletions of a call.</remarks>
public abstract class DeletionRule<T> : Rule
    where T : class
{
    /// <summary>Initializes a rule.</summary>
    /// <param name="codes">The codes that it reports; at least one.</param>
    protected DeletionRule(params IEnumerable<RuleDescriptor> codes)
        : base(codes) { }

    /// <summary>Reports each thing that blocks a deletion.</summary>
    /// <param name="deletion">The deletion, which collects the violations.</param>
    /// <exception cref="NotSupportedException">The rule queries storage; call <see cref="EvaluateAsync"/>.</exception>
    public virtual void Evaluate(Deletion<T> deletion) =>
        throw new NotSupportedException($"{GetType().Name} does not override Evaluate. Where it queries storage, call EvaluateAsync.");

    /// <summary>Reports what blocks each of several deletions.</summary>
    /// <param name="deletions">The deletions. Each collects its violations.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that ends when all are evaluated.</returns>
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
