using System.Runtime.CompilerServices;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.Storage;

// The rows of an in-memory store. A gate that several tables share serializes their writes.
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

    // Conditions of writes and deletions. They run while the gate is held. The first row is the stored one, or null for a new row.
    public Func<TSnapshot?, TSnapshot, bool> CanWrite { get; init; } = (_, _) => true;

    public Func<TSnapshot, bool> CanDelete { get; init; } = _ => true;

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
    public event Action<string>? Deleted;

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
            if (!byId.TryGetValue(id, out var stored) || versionOf(stored) != expectedVersion || !CanDelete(stored))
            {
                return false;
            }

            Release(id);
            byId.Remove(id);
            log.Append(change);
        }

        Deleted?.Invoke(id);
        return true;
    }

    // Unique values are checked against the state after the write, so that one row can take a value that another row releases.
    private bool Put(IReadOnlyList<Replacement<TSnapshot>> written)
    {
        var ids = written.Select(w => idOf(w.Snapshot)).ToHashSet(StringComparer.Ordinal);
        var values = written.SelectMany(w => uniqueValuesOf(w.Snapshot)).ToList();
        if (
            values.Distinct(StringComparer.Ordinal).Count() < values.Count
            || values.Exists(v => ownerOf.TryGetValue(v, out var owner) && !ids.Contains(owner))
            || written.Any(w => !CanWrite(byId.GetValueOrDefault(idOf(w.Snapshot)), w.Snapshot))
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
