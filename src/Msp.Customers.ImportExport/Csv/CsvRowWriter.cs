using System.Buffers;
using System.Text;

namespace Msp.Customers.ImportExport;

// Writes rows according to RFC 4180, in UTF-8 with a byte-order mark, without which spreadsheets misread names.
internal sealed class CsvRowWriter(Stream stream, char delimiter) : IAsyncDisposable
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
    private readonly SearchValues<char> quoted = SearchValues.Create(delimiter, '"', '\r', '\n');

    public async Task WriteAsync(IEnumerable<string?> cells, CancellationToken cancellationToken)
    {
        var row = string.Join(delimiter, cells.Select(Escaped));
        await writer.WriteAsync($"{row}\r\n".AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private string Escaped(string? text)
    {
        var cell = Formula.Defuse(text ?? "");
        return cell.AsSpan().ContainsAny(quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }
}
