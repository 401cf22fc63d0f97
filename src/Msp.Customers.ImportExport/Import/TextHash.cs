using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Msp.Customers.ImportExport;

// What is kept of texts of which a file can have any number: 16 bytes, in halves, since as one number they would take 16 more in a table.
internal readonly record struct TextHash(ulong First, ulong Second)
{
    private const int OnStack = 256;

    public static TextHash Of(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = size <= OnStack ? stackalloc byte[OnStack] : new byte[size];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return new TextHash(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }
}
