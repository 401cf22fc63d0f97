using Msp.Customers.Plans;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A plan has no edition, or one that stands for none.</summary>
public sealed class PlanEditionMissing : DraftRule<PlanDraft>
{
    internal PlanEditionMissing()
        : base("plan.edition-missing", Severity.Error, "The plan has no edition; it is Business, Enterprise or Elite.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(PlanDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Edition is not { } edition || !Enum.IsDefined(edition))
        {
            found.Add(Violated(nameof(PlanDraft.Edition)));
        }
    }
}
