using NodaTime;

namespace Msp.Customers.Usage;

// The entries of one customer in memory. Frequent results are kept up to date, so that no call enumerates all entries.
internal sealed class InMemoryCustomerUsage
{
    private readonly Dictionary<(string Key, UsageEntryKind Kind), UsageEntry> entries = [];
    private readonly SortedDictionary<(LocalDate Date, bool IsVoid), Int128> microsByDay = [];
    private readonly Dictionary<string, UsageEntry> reserved = new(StringComparer.Ordinal);
    private readonly HashSet<long> sequences = [];
    private long lastSequence;

    public IEnumerable<UsageEntry> Entries => entries.Values;

    public IEnumerable<UsageEntry> WithKey(string key) =>
        Enum.GetValues<UsageEntryKind>().Where(kind => entries.ContainsKey((key, kind))).Select(kind => entries[(key, kind)]);

    public bool Has(UsageEntry entry) =>
        entries.ContainsKey((entry.Key, entry.Kind)) || (entry.Sequence is { } sequence && sequences.Contains(sequence));

    public CustomerUsage Sums() =>
        new(lastSequence, [.. microsByDay.SelectMany(d => DailyUsage.FromSum(d.Key.Date, d.Value, d.Key.IsVoid))], [.. reserved.Values]);

    public void Add(UsageEntry entry)
    {
        entries.Add((entry.Key, entry.Kind), entry);
        if (entry.Sequence is { } sequence)
        {
            sequences.Add(sequence);
            lastSequence = Math.Max(lastSequence, sequence);
        }

        if (entry.Kind == UsageEntryKind.Reservation)
        {
            if (!entries.ContainsKey((entry.Key, UsageEntryKind.Usage)))
            {
                reserved.Add(entry.Key, entry);
            }

            return;
        }

        var micros = entry.Kind == UsageEntryKind.Reversal ? -entry.Credits.Micros : entry.Credits.Micros;
        var day = (entry.Date, entry.Kind == UsageEntryKind.Void);
        microsByDay[day] = microsByDay.GetValueOrDefault(day) + micros;
        if (entry.Kind == UsageEntryKind.Usage)
        {
            reserved.Remove(entry.Key);
        }
    }
}
