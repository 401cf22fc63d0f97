using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota allocates nothing, or less.</summary>
public sealed class QuotaCreditsNotPositive : DraftRule<CustomerDraft>
{
    internal QuotaCreditsNotPositive()
        : base("quota.credits-not-positive", Severity.Error, "The credits {Credits} are not more than zero.")
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
            if (draft.Quotas[i] is { Credits: { } credits } && credits <= 0)
            {
                found.Add(Violated($"Quotas[{i}].Credits", ("Credits", credits)));
            }
        }
    }
}
