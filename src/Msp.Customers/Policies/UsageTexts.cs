using Msp.Customers.Names;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Policies;

internal sealed class UsageTexts : TextMembers<UsageDraft>
{
    private readonly TextMember customer = new(nameof(UsageDraft.Customer), TextForm.MaxIdLength, IsRequired: true);
    private readonly TextMember key = new(nameof(UsageDraft.Key), TextForm.MaxIdLength, IsRequired: true);

    public override void Check(UsageDraft draft, TextRule<UsageDraft> rule, ref Findings found)
    {
        rule.CheckText(draft.Customer, customer, 0, ref found);
        rule.CheckText(draft.Key, key, 0, ref found);
    }
}
