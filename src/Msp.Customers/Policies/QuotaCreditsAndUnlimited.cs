using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota has an amount and no limit at once.</summary>
public sealed class QuotaCreditsAndUnlimited : DraftRule<CustomerDraft>
{
    internal QuotaCreditsAndUnlimited()
        : base("quota.credits-and-unlimited", Severity.Error, "The quota has credits and is unlimited too; it is one of the two.")
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
            if (draft.Quotas[i] is { Credits: not null, Unlimited: true })
            {
                found.Add(Violated($"Quotas[{i}].Unlimited"));
            }
        }
    }
}
