using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates more than a trillion credits; one that large is unlimited.</summary>
public sealed class QuotaCreditsTooLarge : DraftRule<CustomerDraft>
{
    internal QuotaCreditsTooLarge()
        : base("quota.credits-too-large", Severity.Error, "The credits {Credits} are more than {Max}.")
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
            if (draft.Quotas[i] is { Credits: { } credits } && credits > Credits.Max.Amount)
            {
                found.Add(Violated($"Quotas[{i}].Credits", ("Credits", credits), ("Max", Credits.Max)));
            }
        }
    }
}
