using System.Globalization;
using CsCheck;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Quotas;

public sealed class CreditsTests
{
    [Fact]
    public void An_amount_is_exact() =>
        Any.Amount.Sample(amount => Credits.Of(amount).Amount == amount && Credits.FromMicros(Credits.Of(amount).Micros) == Credits.Of(amount));

    [Fact]
    public void Amounts_compare_as_numbers() =>
        Gen.Select(Any.Amount, Any.Amount).Sample((a, b) =>
            Credits.Of(a) < Credits.Of(b) == a < b && Credits.Of(a) >= Credits.Of(b) == a >= b && Credits.Of(a).CompareTo(Credits.Of(b)) == a.CompareTo(b));

    [Theory]
    [InlineData("-0.000001")]
    [InlineData("0.0000001")]
    [InlineData("1000000000000.000001")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335")]
    public void An_amount_that_does_not_fit_is_refused_and_never_rounded(string amount)
    {
        var build = () => Credits.Of(decimal.Parse(amount, CultureInfo.InvariantCulture));

        build.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_bounds_fit()
    {
        Credits.Of(0).Should().Be(Credits.Zero);
        Credits.Of(0.000001m).Micros.Should().Be(1);
        Credits.Of(1_000_000_000_000m).Should().Be(Credits.Max);
        Credits.Of(1.10m).Should().Be(Credits.Of(1.1m));
    }

    [Fact]
    public void Text_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Credits.Of(1234.5m).ToString().Should().Be("1234.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Unset_zero_and_unlimited_are_three_things()
    {
        QuotaLimit? unset = null;

        unset.Should().NotBe(QuotaLimit.Of(Credits.Zero));
        QuotaLimit.Unlimited.Should().NotBe(QuotaLimit.Of(Credits.Zero));
        QuotaLimit.Unlimited.Should().NotBe(QuotaLimit.Of(Credits.Max));
        QuotaLimit.Unlimited.Credits.Should().BeNull();
        QuotaLimit.Of(Credits.Zero).Credits.Should().Be(Credits.Zero);
        QuotaLimit.Unlimited.ToString().Should().Be("unlimited");
    }
}
