namespace Msp.Customers.Rules;

/// <summary>
/// A rule about a change of an aggregate. It is evaluated when the aggregate is checked or saved, and does not modify the aggregate.
/// </summary>
/// <typeparam name="T">The aggregate: <c>Customer</c> or <c>ServicePlan</c>.</typeparam>
/// <remarks>
/// A rule overrides <see cref="Evaluate"/>. A rule that queries storage overrides <see cref="EvaluateAsync"/>, and queries once for all
/// changes of a save. When a draft with invalid members is checked, <see cref="Change{T}.After"/> contains the previous value of
/// such a member or a placeholder, and violations that the rule reports at it are dropped. A rule should report only what a change makes
/// worse than <see cref="Change{T}.Before"/>, so that a rule that is added later does not block edits of stored aggregates.
/// </remarks>
/// <example>
/// <code>
/// sealed class WholeHundreds() : SaveRule&lt;Customer&gt;(NotWhole)
/// {
///     private static readonly RuleDescriptor NotWhole = new(
///         "quota.not-whole-hundreds", Severity.Error, "The credits are not a multiple of 100.");
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
public abstract class SaveRule<T> : Rule
    where T : class
{
    /// <summary>Initializes a rule.</summary>
    /// <param name="codes">The codes that the rule reports; at least one.</param>
    protected SaveRule(params IEnumerable<RuleDescriptor> codes)
        : base(codes) { }

    /// <summary>Evaluates a change and reports its violations.</summary>
    /// <param name="change">The change, which collects the violations.</param>
    /// <exception cref="NotSupportedException">The rule queries storage. Call <see cref="EvaluateAsync"/> instead.</exception>
    public virtual void Evaluate(Change<T> change) =>
        throw new NotSupportedException($"{GetType().Name} does not override Evaluate. Call EvaluateAsync, or override Evaluate.");

    /// <summary>Evaluates the changes of one save and reports their violations.</summary>
    /// <param name="changes">The changes, in the order in which they are saved. Each change collects its own violations.</param>
    /// <param name="cancellationToken">Cancels the evaluation.</param>
    /// <returns>A task that represents the evaluation.</returns>
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
