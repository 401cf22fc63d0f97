using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota says nothing of its credits. Unset, zero and unlimited are three different things.</summary>
public sealed class QuotaCreditsMissing : DraftRule<CustomerDraft>
{
    internal QuotaCreditsMissing()
        : base("quota.credits-missing", Severity.Error, "The quota has neither credits nor is it unlimited.")
    {
    }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (draft.Quotas[i] is { Credits: null, Unlimited: false })
            {
                found.Add(Violated($"Quotas[{i}].Credits"));
            }
        }
    }
}
