using System.Collections.Immutable;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// A row as it was written: the customer it is about, and the cells of the columns that the file has, in the order of the schema.
internal sealed record Row<T>(long Line, string? Key, ImmutableArray<(Column<T> Column, string Written)> Cells, LocalDatePattern? Dates)
{
    // Whether it did not fit the header; it then says nothing but whom it is about.
    public bool IsBroken { get; init; }

    // What was found when it was read, each at the name of its column.
    public ImmutableArray<Violation> Found { get; init; } = [];

    // What the file has no column for stays as the draft has it.
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
