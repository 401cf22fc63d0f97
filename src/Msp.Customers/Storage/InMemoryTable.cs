using System.Runtime.CompilerServices;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

// The rows of an in-memory store. Tables that share a gate write one after the other.
internal sealed class InMemoryTable<TSnapshot>(
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

    // Both run while the gate is held: whether a stored row, or null, may be replaced, and whether it may be deleted.
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

    // Finds the rows with one of several ids or unique values.
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

    // Raised with each deleted id.
    public event Action<string>? Removed;

    public bool Insert(TSnapshot snapshot, ChangeEntry? change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return !byId.ContainsKey(idOf(snapshot)) && Put([new(snapshot, 0, change)]);
        }
    }

    // Replaces all rows or none.
    public bool Replace(IReadOnlyList<Replacement<TSnapshot>> replacements, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return replacements.All(r => byId.TryGetValue(idOf(r.Snapshot), out var stored) && versionOf(stored) == r.ExpectedVersion)
                && Put(replacements);
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

    // Unique values are checked against the state after the write: a value that one row gives up is free for another.
    private bool Put(IReadOnlyList<Replacement<TSnapshot>> written)
    {
        var ids = written.Select(w => idOf(w.Snapshot)).ToHashSet(StringComparer.Ordinal);
        var values = written.SelectMany(w => uniqueValuesOf(w.Snapshot)).ToList();
        if (
            values.Distinct(StringComparer.Ordinal).Count() < values.Count
            || values.Exists(v => ownerOf.TryGetValue(v, out var owner) && !ids.Contains(owner))
            || written.Any(w => !MayBecome(byId.GetValueOrDefault(idOf(w.Snapshot)), w.Snapshot))
        )
        {
            return false;
        }

        foreach (var id in ids)
        {
            Release(id);
        }

        foreach (var (snapshot, _, change) in written)
        {
            var id = idOf(snapshot);
            foreach (var value in uniqueValuesOf(snapshot))
            {
                ownerOf[value] = id;
            }

            byId[id] = snapshot;
            log.Append(change);
        }

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
