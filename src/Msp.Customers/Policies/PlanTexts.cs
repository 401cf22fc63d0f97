using Msp.Customers.Names;
using Msp.Customers.Plans;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

internal sealed class PlanTexts : TextMembers<PlanDraft>
{
    private readonly TextMember id = new(nameof(PlanDraft.Id), TextForm.MaxIdLength, IsRequired: true);
    private readonly TextMember name = new(nameof(PlanDraft.Name), TextForm.MaxNameLength, IsRequired: true);
    private readonly TextMember feature = new("", TextForm.MaxNameLength, IsRequired: true, nameof(PlanDraft.Features));
    private readonly TextMember region = new("", TextForm.MaxTokenLength, IsRequired: true, nameof(PlanDraft.AllowedRegions));

    public override void Check(PlanDraft draft, TextRule<PlanDraft> rule, ref Findings found)
    {
        rule.CheckText(draft.Id, id, 0, ref found);
        rule.CheckText(draft.Name, name, 0, ref found);
        CheckList(draft.Features, feature, rule, ref found);
        CheckList(draft.AllowedRegions, region, rule, ref found);
    }
}
