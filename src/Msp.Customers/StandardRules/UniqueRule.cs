using Msp.Customers.Storage;

namespace Msp.Customers.Rules;

// No two aggregates can have the same key. Only keys that a change adds are checked, so that edits of stored aggregates pass. A key that
// another aggregate releases in the same save is free.
internal sealed class UniqueRule<T, TKey>(
    RuleDescriptor rule,
    IReadRepositoryBase<T> repository,
    Func<T, object> idOf,
    Func<T, IEnumerable<TKey>> keysOf,
    Func<IEnumerable<TKey>, ISpecification<T>> having,
    Func<int, string> pathOf,
    Func<TKey, T, (string Name, object Value)[]> valuesOf,
    bool isOfNewOnly = false
) : ChangeRule<T>(rule)
    where T : class
    where TKey : notnull
{
    public override async ValueTask EvaluateAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellationToken)
    {
        var found = await repository
            .ListAsync(changes.SelectMany(Brought).Select(b => b.Key), having, cancellationToken)
            .ConfigureAwait(false);
        var others = found.SelectMany(keysOf, (other, key) => (other, key)).ToLookup(o => o.key, o => o.other);
        var kept = changes
            .Where(c => c is { IsNew: false, IsRefused: false })
            .DistinctBy(c => idOf(c.After))
            .ToDictionary(c => idOf(c.After), c => keysOf(c.After).ToHashSet());
        var earlier = new SavedEarlier<T, TKey>(keysOf);
        foreach (var change in changes)
        {
            foreach (var (index, key) in Brought(change))
            {
                var stored = others[key].Where(o => !kept.TryGetValue(idOf(o), out var keys) || keys.Contains(key));
                if (stored.Concat(earlier.Having(key, change)).FirstOrDefault(o => IsAnother(o, change.After)) is { } other)
                {
                    change.Report(rule, pathOf(index), valuesOf(key, other));
                }
            }
        }
    }

    private bool IsAnother(T other, T after) => isOfNewOnly || !idOf(other).Equals(idOf(after));

    private IEnumerable<(int Index, TKey Key)> Brought(Change<T> change)
    {
        var before = change.Before is null ? [] : keysOf(change.Before).ToHashSet();
        return isOfNewOnly && !change.IsNew ? [] : keysOf(change.After).Index().Where(k => !before.Contains(k.Item));
    }
}

// Finds aggregates by key among those saved before a change. The changes of one save share one list, each with a prefix of it, so that the
// list is read once for all of them.
internal sealed class SavedEarlier<T, TKey>(Func<T, IEnumerable<TKey>> keysOf)
    where T : class
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> places = [];
    private T[]? all;
    private int read;

    public IEnumerable<T> Having(TKey key, Change<T> change)
    {
        if (change.SavedWith is not ArraySegment<T> { Array: { } list, Offset: 0 } along)
        {
            return change.SavedWith.Where(x => keysOf(x).Contains(key));
        }

        if (list != all)
        {
            places.Clear();
            (all, read) = (list, 0);
        }

        for (; read < along.Count; read++)
        {
            foreach (var found in keysOf(list[read]))
            {
                (places.TryGetValue(found, out var known) ? known : places[found] = []).Add(read);
            }
        }

        return places.TryGetValue(key, out var having) ? having.TakeWhile(i => i < along.Count).Select(i => list[i]) : [];
    }
}
