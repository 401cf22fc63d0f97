using Msp.Customers.Storage;

namespace Msp.Customers.Rules;

// No two aggregates can have the same key. Only keys that a change adds are checked, so that edits of stored aggregates pass. A change can
// take a key that another aggregate releases in the same save.
internal sealed class UniqueRule<T, TKey>(
    RuleDescriptor rule,
    IReadRepositoryBase<T> repository,
    Func<T, object> idOf,
    Func<T, IEnumerable<TKey>> keysOf,
    Func<IEnumerable<TKey>, ISpecification<T>> specification,
    Func<int, string> pathOf,
    Func<TKey, object, (string Name, object Value)[]> valuesOf,
    bool newOnly = false
) : SaveRule<T>(rule)
    where T : class
    where TKey : notnull
{
    public override async ValueTask EvaluateAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken)
    {
        var found = await repository
            .ListAsync(changes.SelectMany(AddedKeys).Select(k => k.Key), specification, cancellationToken)
            .ConfigureAwait(false);
        var stored = found.SelectMany(keysOf, (other, key) => (key, id: idOf(other))).ToLookup(o => o.key, o => o.id);
        var kept = changes
            .Where(c => c is { IsNew: false, IsRefused: false })
            .DistinctBy(c => idOf(c.After))
            .ToDictionary(c => idOf(c.After), c => keysOf(c.After).ToHashSet());
        var earlier = new SavedEarlier<T, TKey>(keysOf);
        foreach (var change in changes)
        {
            foreach (var (index, key) in AddedKeys(change))
            {
                var others = stored[key]
                    .Where(id => !kept.TryGetValue(id, out var keys) || keys.Contains(key))
                    .Concat(change.ClaimedBy.TryGetValue(key, out var claimant) ? [claimant] : [])
                    .Concat(earlier.WithKey(key, change).Select(idOf));
                if (others.FirstOrDefault(id => newOnly || !id.Equals(idOf(change.After))) is { } otherId)
                {
                    change.Report(rule, pathOf(index), valuesOf(key, otherId));
                }
            }
        }
    }

    private IEnumerable<(int Index, TKey Key)> AddedKeys(Change<T> change)
    {
        var before = change.Before is null ? [] : keysOf(change.Before).ToHashSet();
        return newOnly && !change.IsNew ? [] : keysOf(change.After).Index().Where(k => !before.Contains(k.Item));
    }
}

// Finds aggregates by key among those saved before a change. The changes of one save share one list, each with a prefix of it, so that the
// list is read once for all of them.
internal sealed class SavedEarlier<T, TKey>(Func<T, IEnumerable<TKey>> keysOf)
    where T : class
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> positions = [];
    private T[]? all;
    private int read;

    public IEnumerable<T> WithKey(TKey key, Change<T> change)
    {
        if (change.SavedWith is not ArraySegment<T> { Array: { } list, Offset: 0 } savedEarlier)
        {
            return change.SavedWith.Where(x => keysOf(x).Contains(key));
        }

        if (list != all)
        {
            positions.Clear();
            (all, read) = (list, 0);
        }

        for (; read < savedEarlier.Count; read++)
        {
            foreach (var found in keysOf(list[read]))
            {
                (positions.TryGetValue(found, out var known) ? known : positions[found] = []).Add(read);
            }
        }

        return positions.TryGetValue(key, out var withKey) ? withKey.TakeWhile(i => i < savedEarlier.Count).Select(i => list[i]) : [];
    }
}
