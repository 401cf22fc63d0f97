namespace Msp.Customers.Policies;

/// <summary>A text is longer than its field, in UTF-16 code units.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
public sealed class FieldTooLong<TDraft> : TextRule<TDraft>
{
    internal FieldTooLong(TextMembers<TDraft> members)
        : base(members, "field.too-long", "The text is longer than {MaxLength} characters.") { }

    private protected override bool IsBroken(string? text, in TextMember member) => text is not null && text.Length > member.MaxLength;
}
