using NodaTime;

namespace Msp.Customers.Usage;

// One customer's entries in memory, with what is asked of them most kept up to date, so that no question goes through all of them.
internal sealed class KeptUsage
{
    private readonly Dictionary<(string Key, UsageEntryKind Kind), UsageEntry> entries = [];
    private readonly SortedDictionary<LocalDate, Int128> microsByDay = [];
    private readonly Dictionary<string, UsageEntry> reserved = new(StringComparer.Ordinal);
    private readonly HashSet<long> sequences = [];
    private long lastSequence;

    public IEnumerable<UsageEntry> Entries => entries.Values;

    public IEnumerable<UsageEntry> Under(string key) =>
        Enum.GetValues<UsageEntryKind>().Where(kind => entries.ContainsKey((key, kind))).Select(kind => entries[(key, kind)]);

    public bool Has(UsageEntry entry) =>
        entries.ContainsKey((entry.Key, entry.Kind)) || (entry.Sequence is { } sequence && sequences.Contains(sequence));

    public CustomerUsage At(Instant now) =>
        new(
            lastSequence,
            [.. microsByDay.SelectMany(d => DailySums.Of(d.Key, d.Value))],
            [.. reserved.Values.Where(e => e.HeldUntil > now)]
        );

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

        var micros = entry.Kind == UsageEntryKind.Usage ? entry.Credits.Micros : -entry.Credits.Micros;
        microsByDay[entry.Date] = microsByDay.GetValueOrDefault(entry.Date) + micros;
        if (entry.Kind == UsageEntryKind.Usage)
        {
            reserved.Remove(entry.Key);
        }
    }
}
