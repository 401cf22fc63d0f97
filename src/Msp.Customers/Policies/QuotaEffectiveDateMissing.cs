using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota has no first usable day.</summary>
public sealed class QuotaEffectiveDateMissing : DraftRule<CustomerDraft>
{
    internal QuotaEffectiveDateMissing()
        : base("quota.effective-date-missing", Severity.Error, "The quota has no effective date.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (draft.Quotas[i] is { EffectiveDate: null })
            {
                found.Add(Violated($"Quotas[{i}].EffectiveDate"));
            }
        }
    }
}
