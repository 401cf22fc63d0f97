using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// The id in the draft of an edit: the own one.
internal static class DraftId
{
    public static readonly RuleDescriptor OfAnother = RuleDescriptor.Invariant(
        "id.mismatch",
        "The id differs from the id of the customer or plan that is edited."
    );

    // What is no id at all is reported as a text.
    public static bool IsOfAnother(string? id, string own) => id?.Trim() is { } trimmed && TextLimits.IsId(trimmed) && trimmed != own;
}
