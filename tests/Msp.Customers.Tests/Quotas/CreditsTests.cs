using System.Globalization;
using CsCheck;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Quotas;

public sealed class CreditsTests
{
    [Fact]
    public void An_amount_is_exact() =>
        Any.Amount.Sample(amount =>
            Credits.Of(amount).Amount == amount && Credits.FromMicros(Credits.Of(amount).Micros) == Credits.Of(amount)
        );

    [Fact]
    public void Amounts_compare_as_numbers() =>
        Gen.Select(Any.Amount, Any.Amount)
            .Sample(
                (a, b) =>
                    Credits.Of(a) < Credits.Of(b) == a < b
                    && Credits.Of(a) >= Credits.Of(b) == a >= b
                    && Credits.Of(a).CompareTo(Credits.Of(b)) == a.CompareTo(b)
            );

    [Fact]
    public void Equal_amounts_are_neither_less_nor_more()
    {
        var (one, same, two) = (Credits.Of(1), Credits.Of(1.0m), Credits.Of(2));

        Relations(one, same).Should().Equal(false, false, true, true);
        Relations(one, two).Should().Equal(true, false, true, false);
        Relations(two, one).Should().Equal(false, true, false, true);

        static bool[] Relations(Credits a, Credits b) => [a < b, a > b, a <= b, a >= b];
    }

    [Fact]
    public void Amounts_of_no_declared_type_are_sorted_after_nothing() =>
        new IComparable?[] { Credits.Of(2), null, Credits.Of(1) }
            .Order()
            .Should()
            .Equal(null, Credits.Of(1), Credits.Of(2));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000_001)]
    public void Millionths_that_are_no_amount_are_refused(long micros)
    {
        var build = () => Credits.FromMicros(micros);

        build.Should().Throw<ArgumentOutOfRangeException>();
        Credits.FromMicros(1_000_000_000_000_000_000).Should().Be(Credits.Max);
    }

    [Fact]
    public void A_format_and_a_culture_are_used_where_they_are_given()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");

        Credits.Of(1234.5m).ToString("N2", german).Should().Be("1.234,50");
        Credits.Of(1234.5m).ToString(null, german).Should().Be("1234,5");
        Credits.Of(1234.5m).ToString("0.00", null).Should().Be("1234.50");
        $"{Credits.Of(0.25m):0.0000}".Should().Be("0.2500");
    }

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
