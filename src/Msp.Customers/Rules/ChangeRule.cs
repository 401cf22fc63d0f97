namespace Msp.Customers.Rules;

/// <summary>A rule about a change of an aggregate. It is evaluated when the aggregate is checked or saved, and changes nothing.</summary>
/// <typeparam name="T">The aggregate, <c>Customer</c> or <c>ServicePlan</c>.</typeparam>
/// <remarks>
/// A rule overrides <see cref="Evaluate"/>, or <see cref="EvaluateAsync"/> where it queries storage: it then queries once for all changes of a save.
/// Where a draft is checked that is wrong by itself, <see cref="Change{T}.After"/> has what the customer had before in the place of a member at fault, or a value that
/// stands for it, and what the rule reports of that member is dropped.
/// Report what the change makes worse, compared with <see cref="Change{T}.Before"/>: a rule that is added later then blocks no edit of stored aggregates.
/// </remarks>
/// <example>
/// <code>
/// sealed class WholeHundreds() : ChangeRule&lt;Customer&gt;(NotWhole)
/// {
///     private static readonly RuleDescriptor NotWhole = new("quota.not-whole-hundreds", Severity.Error, "The credits are not a multiple of 100.");
///
///     public override void Evaluate(Change&lt;Customer&gt; change)
///     {
///         foreach (var (index, quota) in change.After.Quotas.Index())
///         {
///             if (quota.Limit.Credits?.Amount % 100 > 0 &amp;&amp; change.Before?.FindQuota(quota.Number)?.Limit != quota.Limit)
///             {
///                 change.Report(NotWhole, $"Quotas[{index}].Credits");
///             }
///         }
///     }
/// }
/// </code>
/// </example>
public abstract class ChangeRule<T> : Rule
    where T : class
{
    /// <summary>Initializes a rule.</summary>
    /// <param name="codes">The codes that it reports; at least one.</param>
    protected ChangeRule(params IEnumerable<RuleDescriptor> codes)
        : base(codes) { }

    /// <summary>Reports what is wrong with a change.</summary>
    /// <param name="change">The change, which collects the violations.</param>
    /// <exception cref="NotSupportedException">The rule queries storage; call <see cref="EvaluateAsync"/>.</exception>
    public virtual void Evaluate(Change<T> change) =>
        throw new NotSupportedException($"{GetType().Name} does not override Evaluate. Where it queries storage, call EvaluateAsync.");

    /// <summary>Reports what is wrong with each of several changes of one save.</summary>
    /// <param name="changes">The changes, in the order in which they are saved. Each collects its violations.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that ends when all are evaluated.</returns>
    public virtual ValueTask EvaluateAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            Evaluate(change);
        }

        return ValueTask.CompletedTask;
    }
}
