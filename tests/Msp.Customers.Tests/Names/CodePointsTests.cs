using System.Text;
using CsCheck;

namespace Msp.Customers.Tests.Names;

public sealed class CodePointsTests
{
    // Text from all planes, often around the boundary between U+FFFF and U+10000.
    private static readonly Gen<string> Text = Gen.Frequency(
            (2, Gen.Int[0, 0xD7FF]),
            (2, Gen.Int[0xE000, 0xFFFF]),
            (2, Gen.Int[0x10000, 0x10FFFF]),
            (3, Any.Of('a', 'b', 0xFFFF, 0x10000))
        )
        .Array[0, 5]
        .Select(points => string.Concat(points.Select(p => new Rune(p))));

    [Fact]
    public void Ids_are_ordered_by_their_UTF8_bytes() =>
        Gen.Select(Text, Text, Text)
            .Sample(
                (start, a, b) =>
                {
                    var (left, right) = (start + a, start + b);
                    var bytes = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
                    return Compare(left, right) == Math.Sign(bytes);
                },
                iter: 20_000
            );

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, "", -1)]
    [InlineData("", null, 1)]
    [InlineData("a", "aa", -1)]
    [InlineData("B", "a", -1)]
    [InlineData("\uFFFD", "\U0001F600", -1)]
    [InlineData("\U0001F600", "\U0001F601", -1)]
    public void Null_comes_first_and_a_prefix_comes_before_the_whole_text(string? left, string? right, int sign) =>
        Compare(left, right).Should().Be(sign);

    // Ids use the same order as all other text.
    private static int Compare(string? left, string? right) => Math.Sign(Comparer<CustomerId>.Default.Compare(Id(left), Id(right)));

    private static CustomerId? Id(string? text) => text is null ? null : CustomerId.FromStored(text);
}
