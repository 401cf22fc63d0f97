namespace Msp.Customers.Usage;

/// <summary>The result of a posting, a reversal or a void.</summary>
/// <param name="Receipts">The receipt of each item, in the given order.</param>
/// <remarks><see cref="UsageLedger.GetAdjustmentsAsync"/> returns how it changed balances of earlier days.</remarks>
public sealed record PostingResult(IReadOnlyList<UsageReceipt> Receipts)
{
    internal IReadOnlyList<UsageEntry> NewEntries { get; init; } = [];

    internal static PostingResult Of(UsageEntry entry, bool isReplay) =>
        new([UsageReceipt.Of(entry, isReplay)]) { NewEntries = isReplay ? [] : [entry] };
}
