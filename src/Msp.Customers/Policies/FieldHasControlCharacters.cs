using Msp.Customers.Names;

namespace Msp.Customers.Policies;

/// <summary>A text holds control characters, such as a tab or a null character. An address may hold line breaks.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
public sealed class FieldHasControlCharacters<TDraft> : TextRule<TDraft>
{
    internal FieldHasControlCharacters(TextMembers<TDraft> members)
        : base(members, "field.control-characters", "The text holds control characters.") { }

    private protected override bool IsBroken(string? text, in TextMember member) => TextForm.HasControls(text, member.LineBreaks);
}
