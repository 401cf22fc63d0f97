using System.Text.Json;

namespace Msp.Customers.ImportExport;

// Creates drafts from the rows of contacts or quotas. A row with a number starts from the stored item of that number. A row without
// a number
// starts from the stored item with the same key, preferably with the same content, so that a file without numbers can be imported again.
internal static class ChildDrafts<T>
    where T : new()
{
    public static List<T> Of(
        IReadOnlyList<Row<T>> rows,
        string list,
        IReadOnlyList<T> stored,
        Func<T, int?> numberOf,
        Func<T, object?> keyOf,
        ICollection<Violation> unreadable
    )
    {
        if (stored.Count == 0)
        {
            return [.. rows.Select((row, i) => Read(row, new T(), $"{list}[{i}].", unreadable))];
        }

        var alone = rows.Select(r => Read(r, new T(), "", [])).ToList();
        var claimed = alone.Select(numberOf).ToHashSet();
        var unclaimed = stored.Where(s => !claimed.Contains(numberOf(s))).ToList();
        return [.. rows.Select((row, i) => Read(row, Start(row, alone[i]), $"{list}[{i}].", unreadable))];

        T Start(Row<T> row, T read)
        {
            if (numberOf(read) is { } number)
            {
                return Copy(stored.FirstOrDefault(s => numberOf(s) == number) ?? new T());
            }

            var near = unclaimed.FindAll(s => Equals(keyOf(s), keyOf(read)));
            var found = near.Count > 1 ? near.Find(s => Text(Applied(row, s)) == Text(s)) ?? near[0] : near.FirstOrDefault();
            if (found is null)
            {
                return new T();
            }

            unclaimed.Remove(found);
            return Copy(found);
        }
    }

    private static T Applied(Row<T> row, T stored) => Read(row, Copy(stored), "", []);

    private static T Read(Row<T> row, T draft, string path, ICollection<Violation> unreadable)
    {
        row.ApplyTo(draft, path, unreadable);
        return draft;
    }

    private static T Copy(T draft) => JsonSerializer.Deserialize<T>(Text(draft))!;

    private static string Text(T draft) => JsonSerializer.Serialize(draft);
}
