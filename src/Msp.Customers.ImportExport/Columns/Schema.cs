using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Msp.Customers.ImportExport;

// The columns of a file. The first column contains the customer's id.
internal sealed class Schema<T>
{
    private readonly FrozenDictionary<string, int> positions;

    public Schema(ImportFile file, string key, params ImmutableArray<Column<T>> columns)
    {
        (File, Key, Columns) = (file, key, columns);
        positions = columns
            .Select(c => c.Name)
            .Prepend(key)
            .Index()
            .ToFrozenDictionary(n => Fold(n.Item), n => n.Index - 1, StringComparer.OrdinalIgnoreCase);
    }

    public ImportFile File { get; }

    public string Key { get; }

    public ImmutableArray<Column<T>> Columns { get; }

    public IEnumerable<string> Header => Columns.Select(c => c.Name).Prepend(Key);

    // The position of the column with a name; -1 for the column of the customer's id, null for an unknown name.
    public int? Find(string name) => positions.TryGetValue(Fold(name), out var position) ? position : null;

    public IEnumerable<string?> Write(string key, T draft) => Columns.Select(c => CellText.Of(c.Get(draft))).Prepend(key);

    // "Account name", "account_name" and "AccountName" are equal.
    private static string Fold(string name) => string.Concat(name.Where(c => c is not (' ' or '_' or '-')));
}
