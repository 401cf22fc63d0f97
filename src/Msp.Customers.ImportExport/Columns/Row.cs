using System.Collections.Immutable;

namespace Msp.Customers.ImportExport;

// A row: the id of its customer, and the cells of the columns that the file has, in the order of the schema.
internal sealed record Row<T>(long Line, string? Key, ImmutableArray<Cell<T>> Cells)
{
    // Whether the row does not fit the header. It then has only the id of its customer.
    public bool IsBroken { get; init; }

    // The violations of members without a cell, each with the name of its column as its path.
    public ImmutableArray<Violation> Violations { get; init; } = [];

    // Members without a column in the file keep their values in the draft.
    public T ApplyTo(T draft)
    {
        foreach (var cell in Cells)
        {
            cell.Column.Set(draft, cell.Value);
        }

        return draft;
    }

    // All violations of the row, with paths below the path of its item.
    public IEnumerable<Violation> ViolationsAt(string path) =>
        Cells
            .SelectMany(c => c.Unreadable.Select(v => v with { Path = $"{path}{c.Column.Name}" }))
            .Concat(Violations.Select(v => v with { Path = $"{path}{v.Path}" }));
}
