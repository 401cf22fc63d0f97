using Msp.Customers.Names;

namespace Msp.Customers.Tests.Names;

public sealed class TextLimitsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0 ")]
    public void Missing_text_is_refused_or_null_if_it_is_optional(string? text)
    {
        var demand = () => TextLimits.Demand(text, "name", 10);

        demand.Should().Throw<ArgumentException>().WithParameterName("name");
        TextLimits.DemandOptional(text, "name", 10).Should().BeNull();
    }

    [Fact]
    public void Surrounding_white_space_is_removed() => TextLimits.Demand(" a b ", "name", 5).Should().Be("a b");

    [Fact]
    public void Text_of_the_maximum_length_is_accepted_and_longer_text_is_refused()
    {
        var demand = () => TextLimits.Demand(new string('x', 11), "name", 10);

        TextLimits.Demand(new string('x', 10), "name", 10).Should().HaveLength(10);
        demand.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Invalid_text_is_refused_with_a_message_that_does_not_contain_it()
    {
        foreach (var text in new[] { "secret\t", "secret\0", "secret\nline", "secret\uD83D", "\uDE00secret", "secret\u009F" })
        {
            var demand = () => TextLimits.Demand(text, "name", 100);

            demand.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret");
        }
    }

    [Fact]
    public void Line_breaks_are_accepted_where_they_are_allowed() =>
        TextLimits.DemandOptional("1 Harbour Road\r\nBremen", "address", 100, lineBreaks: true).Should().Be("1 Harbour Road\r\nBremen");

    // Databases have columns of these lengths.
    [Fact]
    public void The_maximum_lengths_do_not_change() =>
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
