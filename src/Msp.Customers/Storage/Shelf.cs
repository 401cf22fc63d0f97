using System.Runtime.CompilerServices;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

// What an in-memory store keeps, with the writes of all threads one after the other: of all shelves that share a gate.
internal sealed class Shelf<TSnapshot>(
    Func<TSnapshot, string> idOf,
    Func<TSnapshot, long> versionOf,
    Func<TSnapshot, IEnumerable<string>> uniqueValuesOf,
    InMemoryChangeLog log,
    Lock gate
)
    where TSnapshot : class
{
    private readonly Dictionary<string, TSnapshot> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ownerOf = new(StringComparer.Ordinal);

    // Asked while nothing else is written: whether what is stored, or null, may become something else, and whether it may be removed.
    public Func<TSnapshot?, TSnapshot, bool> MayBecome { get; init; } = (_, _) => true;

    public Func<TSnapshot, bool> MayBeRemoved { get; init; } = _ => true;

    public TSnapshot? Find(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return byId.GetValueOrDefault(id);
        }
    }

    // Those with one of some ids, or of some values that are unique.
    public async IAsyncEnumerable<TSnapshot> FindAsync(
        IEnumerable<string> ids,
        IEnumerable<string> values,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        List<TSnapshot> found;
        lock (gate)
        {
            found =
            [
                .. ids.Concat(values.Select(v => ownerOf.GetValueOrDefault(v)).OfType<string>())
                    .Distinct()
                    .Select(id => byId.GetValueOrDefault(id))
                    .OfType<TSnapshot>(),
            ];
        }

        foreach (var snapshot in found)
        {
            yield return snapshot;
        }
    }

    public bool Any(Func<TSnapshot, bool> condition)
    {
        lock (gate)
        {
            return byId.Values.Any(condition);
        }
    }

    public async IAsyncEnumerable<TSnapshot> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        TSnapshot[] all;
        lock (gate)
        {
            all = [.. byId.Values];
        }

        foreach (var snapshot in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return snapshot;
        }
    }

    // Told of each id that is removed.
    public event Action<string>? Removed;

    public bool Insert(TSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return !byId.ContainsKey(idOf(snapshot)) && Put(snapshot, change);
        }
    }

    public bool Replace(TSnapshot snapshot, long expectedVersion, ChangeEntry? change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return byId.TryGetValue(idOf(snapshot), out var stored) && versionOf(stored) == expectedVersion && Put(snapshot, change);
        }
    }

    public bool Remove(string id, long expectedVersion, ChangeEntry? change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var stored) || versionOf(stored) != expectedVersion || !MayBeRemoved(stored))
            {
                return false;
            }

            Release(id);
            byId.Remove(id);
            log.Append(change);
        }

        Removed?.Invoke(id);
        return true;
    }

    private bool Put(TSnapshot snapshot, ChangeEntry? change)
    {
        var id = idOf(snapshot);
        var values = uniqueValuesOf(snapshot).ToList();
        if (values.Exists(v => ownerOf.TryGetValue(v, out var owner) && owner != id) || !MayBecome(byId.GetValueOrDefault(id), snapshot))
        {
            return false;
        }

        Release(id);
        values.ForEach(v => ownerOf[v] = id);
        byId[id] = snapshot;
        log.Append(change);
        return true;
    }

    private void Release(string id)
    {
        if (byId.TryGetValue(id, out var stored))
        {
            foreach (var value in uniqueValuesOf(stored))
            {
                ownerOf.Remove(value);
            }
        }
    }
}
