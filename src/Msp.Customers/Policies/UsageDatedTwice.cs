using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

/// <summary>Usage has both a date and an instant, which might be different days.</summary>
public sealed class UsageDatedTwice : DraftRule<UsageDraft>
{
    internal UsageDatedTwice()
        : base("usage.dated-twice", Severity.Error, "The usage has a date and an instant too; it is dated by one of the two.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Date is not null && draft.At is not null)
        {
            found.Add(Violated(nameof(UsageDraft.At)));
        }
    }
}
