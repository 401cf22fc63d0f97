using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A rule about every text of a draft.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
public abstract class TextRule<TDraft> : DraftRule<TDraft>
{
    private readonly TextMembers<TDraft> members;

    private protected TextRule(TextMembers<TDraft> members, string code, string message)
        : base(code, Severity.Error, message) => this.members = members;

    /// <inheritdoc/>
    public sealed override bool IsStructural => true;

    /// <inheritdoc/>
    public sealed override void Check(TDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        members.Check(draft, this, ref found);
    }

    internal void CheckText(string? text, in TextMember member, int index, ref Findings found)
    {
        if (IsBroken(text, member))
        {
            found.Add(Violated(member.Path(index), ("MaxLength", member.MaxLength)));
        }
    }

    private protected abstract bool IsBroken(string? text, in TextMember member);
}
