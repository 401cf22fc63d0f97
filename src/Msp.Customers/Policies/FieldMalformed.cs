using Msp.Customers.Names;

namespace Msp.Customers.Policies;

/// <summary>A text holds a surrogate without its pair, which no UTF-8 database can store.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
public sealed class FieldMalformed<TDraft> : TextRule<TDraft>
{
    internal FieldMalformed(TextMembers<TDraft> members)
        : base(members, "field.malformed", "The text holds half a character, which cannot be stored.") { }

    private protected override bool IsBroken(string? text, in TextMember member) => !TextForm.IsWellFormed(text);
}
