using System.Globalization;
using System.Text;
using CsCheck;
using Msp.Customers.Names;

namespace Msp.Customers.Tests.Names;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Northwind Traders", "  northwind \t TRADERS ")]
    [InlineData("Café", "CAFE\u0301")]
    [InlineData("x\u00A0y", "X Y")]
    public void Names_that_differ_only_in_case_white_space_or_composition_are_equal(string one, string other) =>
        NameKey.Of(one).Should().Be(NameKey.Of(other));

    [Theory]
    [InlineData("Cafe", "Café")]
    [InlineData("a b", "ab")]
    public void Names_with_different_letters_are_different(string one, string other) => NameKey.Of(one).Should().NotBe(NameKey.Of(other));

    [Fact]
    public void A_key_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            NameKey.Of("invoice").Value.Should().Be("invoice");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Normalizing_again_changes_nothing() =>
        Any.Name.Sample(name => NameKey.Normalize(NameKey.Normalize(name)) == NameKey.Normalize(name));

    [Fact]
    public void Keys_are_ordered_by_their_UTF8_bytes() =>
        Gen.Select(Any.Name, Any.Name)
            .Sample(
                (a, b) =>
                {
                    var (left, right) = (NameKey.Of(a), NameKey.Of(b));
                    var bytes = Encoding.UTF8.GetBytes(left.Value).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.Value));
                    return Math.Sign(left.CompareTo(right)) == Math.Sign(bytes) && left < right == bytes < 0 && left >= right == bytes >= 0;
                },
                iter: 20_000
            );

    [Fact]
    public void An_unpaired_surrogate_is_not_well_formed()
    {
        TextLimits.IsWellFormed("ok \U0001F600").Should().BeTrue();
        TextLimits.IsWellFormed("").Should().BeTrue();
        foreach (var text in new[] { "\uD83D", "\uDE00\uD83D", "a\uD83Db", "\U0001F600\uD83D" })
        {
            TextLimits.IsWellFormed(text).Should().BeFalse();
        }
    }

    [Fact]
    public void Control_characters_are_detected_except_for_allowed_line_breaks()
    {
        TextLimits.HasControls("a\nb").Should().BeTrue();
        TextLimits.HasControls("a\r\nb", lineBreaks: true).Should().BeFalse();
        TextLimits.HasControls("a\tb", lineBreaks: true).Should().BeTrue();
        TextLimits.HasControls("a\u0085b").Should().BeTrue();
        TextLimits.HasControls("a\0b").Should().BeTrue();
        TextLimits.HasControls("á\u00A0漢").Should().BeFalse();
    }
}
