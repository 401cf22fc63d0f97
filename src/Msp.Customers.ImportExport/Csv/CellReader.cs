using Sylvan.Data.Csv;

namespace Msp.Customers.ImportExport;

// Reads the cells of a file row by row. Its memory is bounded by the longest allowed row.
internal sealed class CellReader : IAsyncDisposable
{
    public const int MaxRowLength = 64 * 1024;
    public const int MaxColumns = 1_000;

    private readonly ImportFile file;
    private readonly Utf8Text text;
    private CsvDataReader? rows;
    private long nextLine = 1;

    private CellReader(ImportFile file, Stream stream)
    {
        this.file = file;
        text = new Utf8Text(stream);
    }

    // The line on which the current row begins.
    public long Line { get; private set; } = 1;

    public int Count => rows!.RowFieldCount;

    public static async Task<CellReader> OpenAsync(ImportFile file, Stream stream, CancellationToken cancellationToken)
    {
        var reader = new CellReader(file, stream);
        try
        {
            await reader.StartAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Reads the next row that is not blank; false after the last row.
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await OrRefuseAsync(() => rows!.ReadAsync(cancellationToken)).ConfigureAwait(false))
        {
            Line = nextLine;
            nextLine += LineBreaks(rows!.GetRawRecordSpan());
            if (!IsBlank())
            {
                return true;
            }
        }

        return false;
    }

    public string ReadCell(int index) => Formula.Restore(rows!.GetFieldSpan(index));

    public FileRefusedException Refused(Violation violation) => new(file, Line, violation);

    public async ValueTask DisposeAsync()
    {
        if (rows is not null)
        {
            await rows.DisposeAsync().ConfigureAwait(false);
        }

        text.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new CsvDataReaderOptions
        {
            // No row is a comment: text does not contain a null character.
            Comment = '\0',
            Delimiter = ImportExport.Delimiter.Of((await text.PeekAsync(cancellationToken).ConfigureAwait(false)).Span),
            HasHeaders = false,
            // The buffer grows to the longest row. A small initial size keeps a row of delimiters only cheap: docs/decisions/csv.md.
            BufferSize = 4 * 1024,
            MaxBufferSize = MaxRowLength,
        };
        rows = await OrRefuseAsync(() => CsvDataReader.CreateAsync(text, options, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<T> OrRefuseAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            Line = nextLine;
            throw Refused(
                e switch
                {
                    InvalidDataException => ImportExportCodes.NotText.Violated(""),
                    CsvRecordTooLargeException => ImportExportCodes.RowTooLong.Violated("", ("Max", MaxRowLength), ("Unit", "characters")),
                    _ => ImportExportCodes.InvalidQuotes.Violated(""),
                }
            );
        }
    }

    // A spreadsheet writes emptied rows as delimiters only.
    private bool IsBlank()
    {
        for (var i = 0; i < Count; i++)
        {
            if (!rows!.GetFieldSpan(i).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    // A line ends with a line feed, a carriage return, or both.
    private static int LineBreaks(ReadOnlySpan<char> record)
    {
        var count = 0;
        for (var at = record.IndexOfAny('\r', '\n'); at >= 0; at = record.IndexOfAny('\r', '\n'))
        {
            count++;
            record = record[(record[at] == '\r' && at + 1 < record.Length && record[at + 1] == '\n' ? at + 2 : at + 1)..];
        }

        return count;
    }
}
