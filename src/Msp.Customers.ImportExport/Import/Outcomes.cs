using System.Runtime.InteropServices;

namespace Msp.Customers.ImportExport;

// All that is kept of the whole file: for each customer some numbers. Texts are kept as 16 bytes of their hash.
internal sealed class Outcomes
{
    private readonly Dictionary<TextHash, Outcome> outcomes = [];
    private readonly Dictionary<TextHash, long> lineOf = [];
    private readonly Dictionary<TextHash, long> checkedVersions = [];

    public long Count { get; private set; }

    public void Expect(string id)
    {
        Count++;
        outcomes.TryAdd(TextHash.Of(id), Outcome.Waiting);
    }

    public Outcome? Of(string id) => outcomes.TryGetValue(TextHash.Of(id), out var outcome) ? outcome : null;

    public void Set(string id, Outcome outcome)
    {
        ref var current = ref CollectionsMarshal.GetValueRefOrAddDefault(outcomes, TextHash.Of(id), out _);
        current = current == Outcome.Refused ? current : outcome;
    }

    // Which version of a stored customer its rows were checked against; 0 for one that was not stored then.
    public void SetCheckedVersion(string id, long version) => checkedVersions[TextHash.Of(id)] = version;

    public long CheckedVersionOf(string id) => checkedVersions.GetValueOrDefault(TextHash.Of(id));

    public long Tally(Outcome outcome) => outcomes.Values.LongCount(o => o == outcome);

    // Those that are refused stay so; the others are told anew by what becomes of them.
    public void StartAgain()
    {
        foreach (var (key, outcome) in outcomes)
        {
            outcomes[key] = outcome == Outcome.Refused ? outcome : Outcome.Waiting;
        }
    }

    // The line on which a value of which there is one was met first; null when it was not met, and then it is kept if it is claimed.
    public long? FirstLine(string value, long line, bool isClaimed)
    {
        var key = TextHash.Of(value);
        if (lineOf.TryGetValue(key, out var first))
        {
            return first;
        }

        if (isClaimed)
        {
            lineOf.Add(key, line);
        }

        return null;
    }
}
