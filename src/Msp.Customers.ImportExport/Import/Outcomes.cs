using System.Runtime.InteropServices;

namespace Msp.Customers.ImportExport;

// The state kept for the whole file: a few numbers for each customer, and 16 bytes of hash for each text.
internal sealed class Outcomes
{
    private readonly Dictionary<TextHash, Outcome> outcomes = [];
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

    // Sets the version of the stored customer that the rows were checked against; 0 for a customer that was not stored.
    public void SetCheckedVersion(string id, long version) => checkedVersions[TextHash.Of(id)] = version;

    public long CheckedVersionOf(string id) => checkedVersions.GetValueOrDefault(TextHash.Of(id));

    public long Tally(Outcome outcome) => outcomes.Values.LongCount(o => o == outcome);

    // Refused customers stay refused. The others get their outcome again in the store pass.
    public void ResetForStoring()
    {
        foreach (var (key, outcome) in outcomes)
        {
            outcomes[key] = outcome == Outcome.Refused ? outcome : Outcome.Waiting;
        }
    }
}
