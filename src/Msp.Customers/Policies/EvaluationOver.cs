using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>An evaluation is extended after its last day.</summary>
public sealed class EvaluationOver : PlainPolicy<Customer>
{
    internal EvaluationOver()
        : base("evaluation.over", Severity.Error, "The evaluation ended on {EvaluationEndDate}; only one that runs can be extended.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change is { Before.EvaluationEndDate: { } last, After.EvaluationEndDate: { } to } && to > last && last < change.Today)
        {
            found.Add(Violated(nameof(Customer.EvaluationEndDate), ("EvaluationEndDate", last)));
        }
    }
}
