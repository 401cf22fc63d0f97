using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>What a customer's draft must keep to become a customer, and the terms that hold. Immutable and safe to share.</summary>
public sealed class CustomerRules : DraftRules<CustomerDraft>
{
    /// <summary>Gathers rules and terms. <c>StandardRules</c> makes the ones that come along.</summary>
    /// <param name="rules">The rules, in the order their violations are reported in.</param>
    /// <param name="terms">The terms; <see cref="CustomerTerms.Default"/> when omitted.</param>
    /// <param name="severities">Severities that replace the rules' own; none when omitted.</param>
    public CustomerRules(IEnumerable<DraftRule<CustomerDraft>> rules, CustomerTerms? terms = null, SeverityMap? severities = null)
        : base(rules, severities) => Terms = terms ?? CustomerTerms.Default;

    /// <summary>What is agreed with customers about dates.</summary>
    public CustomerTerms Terms { get; }

    /// <inheritdoc/>
    protected override void Read(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        foreach (var unreadable in draft.Unreadable)
        {
            found.Add(unreadable);
        }
    }
}
