using Msp.Customers.Names;

namespace Msp.Customers.Usage;

/// <summary>The identity of usage: the customer and the caller's key, compared ordinally.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Key">The caller's key, without leading and trailing white space.</param>
public sealed record UsageKey(CustomerId Customer, string Key)
{
    internal static UsageKey? Of(UsageDraft draft) =>
        IsReadable(draft.Customer) && IsReadable(draft.Key) ? new UsageKey(new CustomerId(draft.Customer!), draft.Key!.Trim()) : null;

    private static bool IsReadable(string? text) =>
        !TextLimits.IsMissing(text)
        && text.Length <= TextLimits.MaxIdLength
        && !TextLimits.HasControls(text)
        && TextLimits.IsWellFormed(text);
}
