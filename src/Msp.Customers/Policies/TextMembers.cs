using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

// Leads a text rule through the texts of a draft.
internal abstract class TextMembers<TDraft>
{
    public abstract void Check(TDraft draft, TextRule<TDraft> rule, ref Findings found);

    protected static void CheckList(IList<string?> texts, in TextMember member, TextRule<TDraft> rule, ref Findings found)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            rule.CheckText(texts[i], member, i, ref found);
        }
    }
}
