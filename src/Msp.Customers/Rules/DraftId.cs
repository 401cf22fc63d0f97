using Msp.Customers.Names;

namespace Msp.Customers.Rules;

// The draft of an edit must have the aggregate's own id.
internal static class DraftId
{
    public static readonly RuleDescriptor Mismatch = RuleDescriptor.Invariant(
        "id.mismatch",
        "The id differs from the id of the customer or plan that is edited."
    );

    // A text that is not a valid id is reported as an invalid text.
    public static bool IsOfAnother(string? id, string own) => id?.Trim() is { } trimmed && TextLimits.IsId(trimmed) && trimmed != own;
}
