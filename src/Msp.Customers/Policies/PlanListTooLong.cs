using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A list of a plan is longer than the library takes.</summary>
public sealed class PlanListTooLong : DraftRule<PlanDraft>
{
    internal PlanListTooLong()
        : base("plan.list-too-long", Severity.Error, "The list has {Count} items; it has at most {Max}.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override bool EndsReading => true;

    /// <inheritdoc/>
    public override void Check(PlanDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft.Features.Count, nameof(PlanDraft.Features), ref found);
        Check(draft.AllowedRegions.Count, nameof(PlanDraft.AllowedRegions), ref found);
    }

    private void Check(int count, string name, ref Findings found)
    {
        if (count > TextForm.MaxItems)
        {
            found.Add(Violated(name, ("Count", count), ("Max", TextForm.MaxItems)));
        }
    }
}
