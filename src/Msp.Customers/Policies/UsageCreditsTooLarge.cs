using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>Usage is more than the largest amount of credits.</summary>
public sealed class UsageCreditsTooLarge : DraftRule<UsageDraft>
{
    internal UsageCreditsTooLarge()
        : base("usage.credits-too-large", Severity.Error, "The credits {Credits} are more than {Max}.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Credits is { } credits && credits > Credits.Max.Amount)
        {
            found.Add(Violated(nameof(UsageDraft.Credits), ("Credits", credits), ("Max", Credits.Max)));
        }
    }
}
