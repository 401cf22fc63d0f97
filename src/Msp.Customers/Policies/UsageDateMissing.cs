using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>It is not told when the credits were used.</summary>
public sealed class UsageDateMissing : DraftRule<UsageDraft>
{
    internal UsageDateMissing()
        : base("usage.date-missing", Severity.Error, "The usage has neither a date nor an instant.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Date is null && draft.At is null)
        {
            found.Add(Violated(nameof(UsageDraft.Date)));
        }
    }
}
