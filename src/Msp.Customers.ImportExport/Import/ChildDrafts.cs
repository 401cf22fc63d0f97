namespace Msp.Customers.ImportExport;

// Creates drafts from the rows of contacts or quotas. A row with a number edits the stored item with that number. A row without a number
// edits a stored item with the same key, preferably with the same content, so that a file without numbers can be imported again.
internal static class ChildDrafts<T>
    where T : class, new()
{
    // The stored items are passed by number, each with a function that creates a new draft of it.
    public static List<T> Of(
        IReadOnlyList<Row<T>> rows,
        IEnumerable<(int Number, Func<T> ToDraft)> stored,
        Func<T, int?> numberOf,
        Func<T, object?> keyOf
    )
    {
        var drafts = rows.Select(row => row.ApplyTo(new T())).ToList();
        var numbers = drafts.Select(numberOf).ToHashSet();
        var byNumber = stored.ToDictionary(s => s.Number, s => s.ToDraft);
        var unclaimed = byNumber.Where(s => !numbers.Contains(s.Key)).OrderBy(s => s.Key).Select(s => s.Value()).ToList();
        return [.. rows.Zip(drafts, (row, draft) => Find(row, draft) is { } found ? row.ApplyTo(found) : draft)];

        T? Find(Row<T> row, T draft)
        {
            if (numberOf(draft) is { } number)
            {
                return byNumber.GetValueOrDefault(number)?.Invoke();
            }

            var sameKey = unclaimed.FindAll(s => Equals(keyOf(s), keyOf(draft)));
            var found = sameKey.Find(s => HasSameContent(row, s, draft)) ?? sameKey.FirstOrDefault();
            if (found is not null)
            {
                unclaimed.Remove(found);
            }

            return found;
        }
    }

    // Compares the columns of the file. The row has no number.
    private static bool HasSameContent(Row<T> row, T stored, T draft) =>
        row.Cells.Select(c => c.Column).Where(c => c.Name != nameof(QuotaDraft.Number)).All(c => Equals(c.Get(stored), c.Get(draft)));
}
