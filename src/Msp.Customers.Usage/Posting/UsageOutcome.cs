namespace Msp.Customers.Usage;

// The numbers of entries that a call posted and found posted before, and the reason for a refusal.
internal readonly record struct UsageOutcome(int Posted, int Replayed, Violation? Refusal = null)
{
    public static UsageOutcome Of(IReadOnlyList<UsageReceipt> receipts)
    {
        var replayed = receipts.Count(r => r.IsReplay);
        return new UsageOutcome(receipts.Count - replayed, replayed);
    }

    // A release after the reservation timed out posts nothing.
    public static UsageOutcome Of(UsageReceipt? receipt) => receipt is null ? default : Of(receipt.IsReplay);

    public static UsageOutcome Of(Authorization decision) =>
        decision.IsGranted ? Of(decision.IsReplay) : new UsageOutcome(0, 0, decision.Refusal);

    private static UsageOutcome Of(bool isReplay) => isReplay ? new UsageOutcome(0, 1) : new UsageOutcome(1, 0);
}
