namespace Msp.Customers.Usage;

// The result of reading a batch of drafts.
internal sealed class UsageRead
{
    private readonly Dictionary<UsageKey, UsageEntry> fresh = [];

    public List<UsageEntry> Fresh { get; } = [];

    public List<UsageReceipt> Receipts { get; } = [];

    public List<Violation> Violations { get; } = [];

    public UsageEntry? FreshUnder(UsageKey key) => fresh.GetValueOrDefault(key);

    public void Add(UsageEntry entry)
    {
        fresh.Add(entry.Identity, entry);
        Fresh.Add(entry);
        Receipts.Add(UsageReceipt.Of(entry, isReplay: false));
    }
}
