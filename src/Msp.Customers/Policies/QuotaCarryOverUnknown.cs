using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota takes over the unused credits of none, or of one that the draft does not have, or of itself.</summary>
public sealed class QuotaCarryOverUnknown : DraftRule<CustomerDraft>
{
    internal QuotaCarryOverUnknown()
        : base(
            "quota.carry-over-unknown",
            Severity.Error,
            "What is carried over is not named by the number of another quota of the customer."
        ) { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (draft.Quotas[i]?.CarryOver is not null && Source(draft.Quotas, i) is null)
            {
                found.Add(Violated($"Quotas[{i}].CarryOver.From"));
            }
        }
    }

    // The quota that one carries over from; null when it is none or itself. It mostly is the one before it, where the search begins.
    internal static QuotaDraft? Source(IList<QuotaDraft> quotas, int index)
    {
        var from = quotas[index].CarryOver!.From;
        for (var step = 1; from is not null && step < quotas.Count; step++)
        {
            if (quotas[(index - step + quotas.Count) % quotas.Count] is { } quota && quota.Number == from)
            {
                return quota;
            }
        }

        return null;
    }
}
