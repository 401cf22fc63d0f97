using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Msp.Customers.Transfer.Import;

// What is kept of texts of which a file can have any number.
internal static class TextHash
{
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
