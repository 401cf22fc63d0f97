namespace Msp.Customers.Fuzzing.Tests;

// Creates an input from others. The result depends only on the number.
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        [0],
        [0xFF],
        [0xEF, 0xBB, 0xBF],
        [0xED, 0xA0, 0x80],
        [0xF0, 0x9F, 0x99, 0x82],
        "\""u8.ToArray(),
        "\"\""u8.ToArray(),
        ","u8.ToArray(),
        ";"u8.ToArray(),
        "\r\n"u8.ToArray(),
        "\\"u8.ToArray(),
        "="u8.ToArray(),
        "-"u8.ToArray(),
        "null"u8.ToArray(),
        "{"u8.ToArray(),
        "[]"u8.ToArray(),
        "9999-12-31"u8.ToArray(),
        "0001-01-01"u8.ToArray(),
        "2026-02-29"u8.ToArray(),
        "79228162514264337593543950335"u8.ToArray(),
        "2147483648"u8.ToArray(),
        "1e400"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "\n====\n"u8.ToArray(),
    ];

    public static byte[] Of(IReadOnlyList<byte[]> corpus, int number)
    {
        var random = new Random(number);
        List<byte> bytes = [.. corpus[random.Next(corpus.Count)]];
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = random.Next(Math.Min(30, bytes.Count - at) + 1);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                default:
                    var other = corpus[random.Next(corpus.Count)];
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.AddRange(other[Math.Min(at, other.Length)..]);
                    break;
            }
        }

        return [.. bytes];
    }
}
