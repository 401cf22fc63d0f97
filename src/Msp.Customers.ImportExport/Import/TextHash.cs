using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Msp.Customers.ImportExport;

// The 16-byte hash of a text, stored where a file can contain any number of texts. Two halves, because one UInt128 is aligned to 16 bytes
// and makes each table entry 16 bytes larger.
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
