using Msp.Customers.Consumption;
using Msp.Customers.Rules;

namespace Msp.Customers.Usage;

// How many entries a call posted, how many were there before, and why it was refused, where it was.
internal readonly record struct UsageTold(int Posted, int Replayed, Violation? Refusal = null)
{
    public static UsageTold Of(Posting posting)
    {
        var replayed = posting.Receipts.Count(r => r.IsReplay);
        return new UsageTold(posting.Receipts.Count - replayed, replayed);
    }

    // A release that comes after the time posts nothing.
    public static UsageTold Of(UsageReceipt? receipt) => receipt is null ? default : Of(receipt.IsReplay);

    public static UsageTold Of(Authorization decision) => decision.IsGranted ? Of(decision.IsReplay) : new UsageTold(0, 0, decision.Refusal);

    private static UsageTold Of(bool isReplay) => isReplay ? new UsageTold(0, 1) : new UsageTold(1, 0);
}
