using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates a fraction of the smallest amount. Nothing is rounded.</summary>
public sealed class QuotaCreditsTooFine : DraftRule<CustomerDraft>
{
    internal QuotaCreditsTooFine()
        : base("quota.credits-too-fine", Severity.Error, "The credits {Credits} have more than six decimal places.")
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
            if (draft.Quotas[i] is { Credits: { } credits } && Credits.IsTooFine(credits))
            {
                found.Add(Violated($"Quotas[{i}].Credits", ("Credits", credits)));
            }
        }
    }
}
