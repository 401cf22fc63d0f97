using System.Runtime.InteropServices;

namespace Msp.Customers.ImportExport;

// The positions of each customer's rows in a file: a few numbers for each row, linked for each customer.
internal sealed class RowIndex
{
    private readonly Dictionary<TextHash, int> lastOf = [];
    private readonly List<Entry> entries = [];

    // A length of 0 marks a refused row.
    public void Add(string customer, long offset, int length, long row)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(lastOf, TextHash.Of(customer), out var isKnown);
        entries.Add(new Entry(offset, length, (int)row, isKnown ? last : -1));
        last = entries.Count - 1;
    }

    // In the order of the file.
    public IEnumerable<Entry> Of(string customer)
    {
        var own = new Stack<Entry>();
        for (var at = lastOf.GetValueOrDefault(TextHash.Of(customer), -1); at >= 0; at = entries[at].Previous)
        {
            own.Push(entries[at]);
        }

        return own;
    }

    internal readonly record struct Entry(long Offset, int Length, int Row, int Previous);
}
