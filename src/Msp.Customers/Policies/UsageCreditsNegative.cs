using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>Usage is negative. A correction takes back what was posted.</summary>
public sealed class UsageCreditsNegative : DraftRule<UsageDraft>
{
    internal UsageCreditsNegative()
        : base(
            "usage.credits-negative",
            Severity.Error,
            "The credits {Credits} are less than zero; what was posted too much is taken back under its key."
        ) { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Credits is { } credits && credits < 0)
        {
            found.Add(Violated(nameof(UsageDraft.Credits), ("Credits", credits)));
        }
    }
}
