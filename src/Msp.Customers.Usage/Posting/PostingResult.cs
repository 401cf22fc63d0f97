namespace Msp.Customers.Usage;

/// <summary>The result of a posting, a reversal or a void.</summary>
/// <param name="Receipts">The receipt of each item, in the given order.</param>
/// <param name="Adjustments">
/// The changes of balances, for each customer whose usage was dated before today in its time zone or before its last usage, or was
/// reversed or voided. Usage posted in order of day does not change earlier balances and is omitted.
/// </param>
public sealed record PostingResult(IReadOnlyList<UsageReceipt> Receipts, IReadOnlyDictionary<CustomerId, BalanceAdjustment> Adjustments);
