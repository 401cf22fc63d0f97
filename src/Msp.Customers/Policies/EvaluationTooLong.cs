using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>An evaluation would last longer in all than the terms allow, its first day the day of registration.</summary>
public sealed class EvaluationTooLong : PlainPolicy<Customer>
{
    private readonly CustomerTerms terms;

    internal EvaluationTooLong(CustomerTerms terms)
        : base("evaluation.too-long", Severity.Error, "The evaluation would last {Days} days; it lasts at most {MaxDays} in all.") =>
        this.terms = terms;

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.EvaluationEndDate is { } last && last != change.Before?.EvaluationEndDate)
        {
            var days = new EffectivePeriod(change.After.RegisteredOn, last).Days!.Value;
            if (days > terms.MaxEvaluationDays)
            {
                found.Add(Violated(nameof(Customer.EvaluationEndDate), ("Days", days), ("MaxDays", terms.MaxEvaluationDays)));
            }
        }
    }
}
