using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Msp.Customers.ImportExport;

// The bytes of a file as far as they are text, in a buffer as long as the longest row. Invalid UTF-8 and the null character end the text;
// the bytes before them are still returned, so that the violation is reported at its row.
internal sealed class Utf8Bytes(Stream stream)
{
    public const int MaxRowLength = 64 * 1024;

    private readonly byte[] buffer = new byte[MaxRowLength];
    private int start;
    private int sound;
    private int end;
    private bool isRead;
    private bool isStarted;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public ReadOnlySpan<byte> Text => buffer.AsSpan(start, sound - start);

    // The position of the buffered text in the file.
    public long Offset { get; private set; } = stream.CanSeek ? stream.Position : 0;

    public bool IsBroken { get; private set; }

    // Whether the buffered text reaches the end of the file.
    public bool IsLast => isRead && !IsBroken;

    public bool IsFull => start == 0 && end == buffer.Length;

    public void Pass(int count) => (start, Offset) = (start + count, Offset + count);

    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, sound, end) = (0, sound - start, end - start);
        end += await stream
            .ReadAtLeastAsync(buffer.AsMemory(end), buffer.Length - end, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        isRead = end < buffer.Length;
        Check(buffer.AsSpan(sound, end - sound));
        if (!isStarted && Text.StartsWith(Mark))
        {
            Pass(Mark.Length);
        }

        isStarted = true;
    }

    private void Check(ReadOnlySpan<byte> read)
    {
        var zero = read.IndexOf((byte)0);
        var (length, isInvalid) = SoundLength(zero < 0 ? read : read[..zero]);
        sound += length;
        IsBroken = zero >= 0 || isInvalid || (isRead && sound < end);
    }

    // An incomplete character at the end waits for its remaining bytes.
    private static (int Length, bool IsInvalid) SoundLength(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return (bytes.Length, false);
        }

        for (var length = 0; ; )
        {
            var status = Rune.DecodeFromUtf8(bytes[length..], out _, out var read);
            if (status != OperationStatus.Done)
            {
                return (length, status == OperationStatus.InvalidData);
            }

            length += read;
        }
    }
}
