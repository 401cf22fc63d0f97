using Msp.Customers.Names;

namespace Msp.Customers.Tests.Names;

public sealed class TextFormTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    public void What_is_missing_is_refused_or_counts_as_none(string? text)
    {
        var demand = () => TextLimits.Demand(text, "name", 10);

        demand.Should().Throw<ArgumentException>().WithParameterName("name");
        TextLimits.DemandOptional(text, "name", 10).Should().BeNull();
    }

    [Fact]
    public void White_space_at_the_ends_is_taken_off() => TextLimits.Demand(" a b ", "name", 5).Should().Be("a b");

    [Fact]
    public void The_longest_text_is_taken_and_a_longer_one_refused()
    {
        var demand = () => TextLimits.Demand(new string('x', 11), "name", 10);

        TextLimits.Demand(new string('x', 10), "name", 10).Should().HaveLength(10);
        demand.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_cannot_be_stored_is_refused_without_being_repeated()
    {
        foreach (var text in new[] { "secret\t", "secret\0", "secret\nline", "secret\uD83D", "\uDE00secret", "secret\u009F" })
        {
            var demand = () => TextLimits.Demand(text, "name", 100);

            demand.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret");
        }
    }

    [Fact]
    public void Line_breaks_are_taken_where_they_are_allowed() =>
        TextLimits.DemandOptional("1 Harbour Road\r\nBremen", "address", 100, lineBreaks: true).Should().Be("1 Harbour Road\r\nBremen");

    // Databases have columns of these lengths.
    [Fact]
    public void The_lengths_do_not_change() =>
        new[]
        {
            TextLimits.MaxIdLength,
            TextLimits.MaxNameLength,
            TextLimits.MaxAddressLength,
            TextLimits.MaxPhoneNumberLength,
            TextLimits.MaxEmailLength,
            TextLimits.MaxTokenLength,
            TextLimits.MaxTimeZoneLength,
            TextLimits.MaxItems,
        }
            .Should()
            .Equal(128, 256, 1024, 30, 254, 64, 64, 5_000);
}
