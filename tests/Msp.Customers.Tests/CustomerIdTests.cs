using CsCheck;

namespace Msp.Customers.Tests;

public sealed class CustomerIdTests
{
    [Fact]
    public void An_id_is_trimmed_and_case_sensitive()
    {
        new CustomerId(" ACC-00/17 ").Value.Should().Be("ACC-00/17");
        new CustomerId("a").Should().NotBe(new CustomerId("A"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void Empty_text_and_control_characters_are_refused(string text)
    {
        var build = () => new CustomerId(text);

        build.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        var tooLong = () => new CustomerId(new string('x', 129));

        new CustomerId(new string('x', 128)).Value.Should().HaveLength(128);
        tooLong.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_new_id_has_32_hexadecimal_digits() => CustomerId.New().Value.Should().MatchRegex("^[0-9a-f]{32}$");

    [Fact]
    public void The_comparison_operators_agree_with_CompareTo() =>
        Gen.Select(Any.Name, Any.Name)
            .Sample(
                (a, b) =>
                {
                    var (left, right) = (new CustomerId(a), new CustomerId(b));
                    var order = left.CompareTo(right);
                    return left < right == order < 0
                        && left > right == order > 0
                        && left <= right == order <= 0
                        && left >= right == order >= 0
                        && left.Equals(right) == (order == 0);
                }
            );

    [Theory]
    [InlineData(" c-1 ", "c-1")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t", null)]
    [InlineData("a\0b", null)]
    public void F48_TryParse_returns_false_for_an_invalid_id_without_an_exception(string? text, string? id)
    {
        CustomerId.TryParse(text, out var customer).Should().Be(id is not null);
        PlanId.TryParse(text, out var plan).Should().Be(id is not null);

        (customer?.Value, plan?.Value).Should().Be((id, id));
        CustomerId.TryParse("\uD800", out _).Should().BeFalse();
        CustomerId.TryParse(new string('x', 129), out _).Should().BeFalse();
    }
}
