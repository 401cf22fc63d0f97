using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>Usage has a fraction of the smallest amount. Nothing is rounded.</summary>
public sealed class UsageCreditsTooFine : DraftRule<UsageDraft>
{
    internal UsageCreditsTooFine()
        : base("usage.credits-too-fine", Severity.Error, "The credits {Credits} have more than six decimal places.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Credits is { } credits && Credits.IsTooFine(credits))
        {
            found.Add(Violated(nameof(UsageDraft.Credits), ("Credits", credits)));
        }
    }
}
