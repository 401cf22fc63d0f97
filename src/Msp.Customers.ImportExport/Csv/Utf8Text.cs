using System.Text;

namespace Msp.Customers.ImportExport;

// Text in UTF-8, with or without a byte-order mark. Invalid bytes are read as a control character that no text contains. This character
// and the null character end the reading; the text before them is still returned, so that the violation is reported at its row.
internal sealed class Utf8Text(Stream stream) : TextReader
{
    // A null character as the replacement would be omitted.
    private const char NotUtf8 = '\u0001';

    private static readonly Encoding Marking = Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new DecoderReplacementFallback($"{NotUtf8}")
    );

    private readonly StreamReader reader = new(stream, Marking, detectEncodingFromByteOrderMarks: false);
    private readonly char[] buffer = new char[8 * 1024];
    private int start;
    private int end;

    // Returns the beginning of the text, up to the size of the buffer; it is read again afterwards.
    public async ValueTask<ReadOnlyMemory<char>> PeekAsync(CancellationToken cancellationToken)
    {
        end = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.AsMemory(0, end);
    }

    public override async ValueTask<int> ReadAsync(Memory<char> target, CancellationToken cancellationToken = default)
    {
        if (start == end)
        {
            (start, end) = (0, await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }

        return HandOut(target.Span);
    }

    public override Task<int> ReadAsync(char[] target, int index, int count) => ReadAsync(target.AsMemory(index, count)).AsTask();

    public override int Read(char[] target, int index, int count)
    {
        if (start == end)
        {
            (start, end) = (0, reader.Read(buffer));
        }

        return HandOut(target.AsSpan(index, count));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private int HandOut(Span<char> target)
    {
        var ready = buffer.AsSpan(start, Math.Min(end - start, target.Length));
        var sound = ready.IndexOfAny('\0', NotUtf8);
        if (sound == 0)
        {
            throw new InvalidDataException();
        }

        ready = sound < 0 ? ready : ready[..sound];
        ready.CopyTo(target);
        start += ready.Length;
        return ready.Length;
    }
}
