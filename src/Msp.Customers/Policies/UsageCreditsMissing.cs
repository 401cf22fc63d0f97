using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>It is not told how many credits were used.</summary>
public sealed class UsageCreditsMissing : DraftRule<UsageDraft>
{
    internal UsageCreditsMissing()
        : base("usage.credits-missing", Severity.Error, "The usage has no credits.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Credits is null)
        {
            found.Add(Violated(nameof(UsageDraft.Credits)));
        }
    }
}
