using System.Collections.Immutable;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// A row as written: the id of its customer, and the cells of the columns that the file has, in the order of the schema.
internal sealed record Row<T>(long Line, string? Key, ImmutableArray<(Column<T> Column, string Written)> Cells, LocalDatePattern? Dates)
{
    // Whether the row does not fit the header. It then has only the id of its customer.
    public bool IsBroken { get; init; }

    // The violations found when the row was read, each with the name of its column as its path.
    public ImmutableArray<Violation> Found { get; init; } = [];

    // Members without a column in the file keep their values in the draft.
    public void ApplyTo(T draft, string path, ICollection<Violation> unreadable)
    {
        foreach (var (column, written) in Cells)
        {
            column.Read(draft, new Cell(written, $"{path}{column.Name}", Dates, unreadable));
        }

        foreach (var violation in Found)
        {
            unreadable.Add(violation with { Path = $"{path}{violation.Path}" });
        }
    }
}
