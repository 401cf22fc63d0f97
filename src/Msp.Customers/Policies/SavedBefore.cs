using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

// What is saved along with a change and has a key, in its order. Of changes saved at once each has the beginning of one list along: that list is gone through once,
// not once for each of them.
internal sealed class SavedBefore<T, TKey>(Func<T, IEnumerable<TKey>> keysOf)
    where T : class
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<int>> places = [];
    private T[]? all;
    private int read;

    public IEnumerable<T> Having(TKey key, Change<T> change)
    {
        if (change.SavedAlong is not ArraySegment<T> { Array: { } list, Offset: 0 } along)
        {
            return change.SavedAlong.Where(x => keysOf(x).Contains(key));
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
