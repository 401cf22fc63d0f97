using Msp.Customers.Names;

namespace Msp.Customers.Policies;

/// <summary>A required text is missing: null, empty or white space only.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
public sealed class FieldRequired<TDraft> : TextRule<TDraft>
{
    internal FieldRequired(TextMembers<TDraft> members)
        : base(members, "field.required", "The field is required.") { }

    private protected override bool IsBroken(string? text, in TextMember member) => member.IsRequired && TextForm.IsMissing(text);
}
