using System.Collections.Immutable;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// Reads the rows of one file, and reports rows that do not fit the header.
internal sealed class RowReader<T> : IAsyncDisposable
{
    private readonly Schema<T> schema;
    private readonly CellReader cells;
    private readonly LocalDatePattern? dates;
    private readonly Action<RowViolation> report;
    private ImmutableArray<(Column<T> Column, int Index)> columns;
    private int key;
    private int count;

    private RowReader(Schema<T> schema, CellReader cells, LocalDatePattern? dates, Action<RowViolation> report) =>
        (this.schema, this.cells, this.dates, this.report) = (schema, cells, dates, report);

    public static async Task<RowReader<T>> OpenAsync(
        Schema<T> schema,
        Stream stream,
        LocalDatePattern? dates,
        Action<RowViolation> report,
        CancellationToken cancellationToken
    )
    {
        var cells = await CellReader.OpenAsync(schema.File, stream, cancellationToken).ConfigureAwait(false);
        try
        {
            var reader = new RowReader<T>(schema, cells, dates, report);
            await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            await cells.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<Row<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await cells.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var named = key < cells.Count ? cells.ReadCell(key).Trim() : "";
        var isBroken = cells.Count != count;
        if (isBroken)
        {
            report(
                new RowViolation(
                    schema.File,
                    cells.Line,
                    ImportExportCodes.WrongCellCount.Violated("", ("Count", cells.Count), ("Columns", count))
                )
            );
        }

        return new Row<T>(cells.Line, named.Length == 0 ? null : named, isBroken ? [] : [.. columns.Select(Read)]) { IsBroken = isBroken };
    }

    private Cell<T> Read((Column<T> Column, int Index) column)
    {
        var unreadable = new List<Violation>();
        return new Cell<T>(column.Column, column.Column.Read(cells.ReadCell(column.Index), dates, unreadable), unreadable);
    }

    public ValueTask DisposeAsync() => cells.DisposeAsync();

    // Reports all violations of the header together; the last one is thrown and ends the reading.
    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        count = await cells.ReadAsync(cancellationToken).ConfigureAwait(false) ? cells.Count : 0;
        if (count > CellReader.MaxColumns)
        {
            throw cells.Refused(ImportExportCodes.TooManyColumns.Violated("", ("Count", count), ("Max", CellReader.MaxColumns)));
        }

        var found = new SortedDictionary<int, int>();
        var wrong = new List<Violation>();
        for (var i = 0; i < count; i++)
        {
            if (schema.Find(cells.ReadCell(i).Trim()) is not { } position)
            {
                wrong.Add(ImportExportCodes.UnknownColumn.Violated("", ("Position", i + 1)));
            }
            else if (!found.TryAdd(position, i))
            {
                wrong.Add(
                    ImportExportCodes.DuplicateColumn.Violated(
                        position < 0 ? schema.Key : schema.Columns[position].Name,
                        ("Position", i + 1)
                    )
                );
            }
        }

        if (!found.Remove(-1, out key))
        {
            wrong.Add(ImportExportCodes.MissingColumn.Violated(schema.Key));
        }

        if (wrong.Count > 0)
        {
            wrong[..^1].ForEach(w => report(new RowViolation(schema.File, cells.Line, w)));
            throw cells.Refused(wrong[^1]);
        }

        columns = [.. found.Select(f => (schema.Columns[f.Key], f.Value))];
    }
}
