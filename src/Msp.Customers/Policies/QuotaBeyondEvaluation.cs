using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota of an evaluation has usable days after the evaluation, or no end.</summary>
public sealed class QuotaBeyondEvaluation : PlainPolicy<Customer>
{
    internal QuotaBeyondEvaluation()
        : base("quota.beyond-evaluation", Severity.Warning, "The quota ends after {EvaluationEndDate}, the last day of the evaluation.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.EvaluationEndDate is not { } last)
        {
            return;
        }

        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            if (quota.UsablePeriod is { } usable && !(usable.EndDate <= last))
            {
                found.Add(Violated($"Quotas[{index}].EndDate", ("EvaluationEndDate", last)));
            }
        }
    }
}
