namespace Msp.Customers.Usage;

// The result of reading a batch of drafts: the new entries, and a receipt or violations for each draft.
internal sealed class UsageBatch
{
    private readonly Dictionary<UsageKey, UsageEntry> newByKey = [];

    public List<UsageEntry> NewEntries { get; } = [];

    public List<UsageReceipt> Receipts { get; } = [];

    public List<Violation> Violations { get; } = [];

    public UsageEntry? FindNew(UsageKey key) => newByKey.GetValueOrDefault(key);

    public void Add(UsageEntry entry)
    {
        newByKey.Add(entry.Identity, entry);
        NewEntries.Add(entry);
        Receipts.Add(UsageReceipt.Of(entry, isReplay: false));
    }
}
