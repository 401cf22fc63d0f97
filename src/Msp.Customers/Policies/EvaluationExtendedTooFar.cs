using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>An evaluation is extended by more days at a time than the terms allow.</summary>
public sealed class EvaluationExtendedTooFar : PlainPolicy<Customer>
{
    private readonly CustomerTerms terms;

    internal EvaluationExtendedTooFar(CustomerTerms terms)
        : base(
            "evaluation.extended-too-far",
            Severity.Error,
            "The evaluation would be extended by {Days} days; it is extended by at most {MaxDays} at a time."
        ) => this.terms = terms;

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (
            change is { Before.EvaluationEndDate: { } from, After.EvaluationEndDate: { } to }
            && Period.DaysBetween(from, to) is var days
            && days > terms.MaxExtensionDays
        )
        {
            found.Add(Violated(nameof(Customer.EvaluationEndDate), ("Days", days), ("MaxDays", terms.MaxExtensionDays)));
        }
    }
}
