namespace Msp.Customers.Usage;

/// <summary>The result of a posting or a reversal.</summary>
/// <param name="Receipts">A receipt for each item, in the order given.</param>
/// <param name="Adjustments">For each customer whose usage was dated before today in its zone or before its last, or was taken back: what that moved. What came in order of day moves nothing and is left out.</param>
public sealed record PostingResult(IReadOnlyList<UsageReceipt> Receipts, IReadOnlyDictionary<CustomerId, BalanceAdjustment> Adjustments);
