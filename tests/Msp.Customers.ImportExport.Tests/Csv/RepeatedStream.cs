using System.Text;

namespace Msp.Customers.ImportExport.Tests.Csv;

// A beginning, a repeated part, and an end. The bytes are created as they are read, so that the file is never in memory.
internal sealed class RepeatedStream(string beginning, byte[] part, long times, string end = "") : Stream
{
    private readonly byte[] first = Encoding.UTF8.GetBytes(beginning);
    private readonly byte[] last = Encoding.UTF8.GetBytes(end);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => first.Length + (part.Length * times) + last.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = 0;
        for (; read < count && Position < Length; read++, Position++)
        {
            var repeated = Position - first.Length;
            buffer[offset + read] =
                repeated < 0 ? first[Position]
                : repeated < part.Length * times ? part[repeated % part.Length]
                : last[repeated - (part.Length * times)];
        }

        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
