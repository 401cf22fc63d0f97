using System.Globalization;
using CsCheck;

namespace Msp.Customers.Tests.Quotas;

public sealed class CreditsTests
{
    [Fact]
    public void An_amount_is_exact() =>
        Any.Amount.Sample(amount =>
            Credits.Of(amount).Amount == amount && Credits.FromMicros(Credits.Of(amount).Micros) == Credits.Of(amount)
        );

    [Fact]
    public void Amounts_are_compared_as_numbers() =>
        Gen.Select(Any.Amount, Any.Amount)
            .Sample(
                (a, b) =>
                    Credits.Of(a) < Credits.Of(b) == a < b
                    && Credits.Of(a) >= Credits.Of(b) == a >= b
                    && Credits.Of(a).CompareTo(Credits.Of(b)) == a.CompareTo(b)
            );

    [Fact]
    public void Equal_amounts_are_neither_less_nor_greater()
    {
        var (one, same, two) = (Credits.Of(1), Credits.Of(1.0m), Credits.Of(2));

        Relations(one, same).Should().Equal(false, false, true, true);
        Relations(one, two).Should().Equal(true, false, true, false);
        Relations(two, one).Should().Equal(false, true, false, true);

        static bool[] Relations(Credits a, Credits b) => [a < b, a > b, a <= b, a >= b];
    }

    [Fact]
    public void Amounts_are_sorted_after_null() =>
        new IComparable?[] { Credits.Of(2), null, Credits.Of(1) }
            .Order()
            .Should()
            .Equal(null, Credits.Of(1), Credits.Of(2));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000_001)]
    public void Micros_outside_the_range_are_refused(long micros)
    {
        var build = () => Credits.FromMicros(micros);

        build.Should().Throw<ArgumentOutOfRangeException>();
        Credits.FromMicros(1_000_000_000_000_000_000).Should().Be(Credits.Max);
    }

    [Fact]
    public void A_given_format_and_culture_are_used()
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
    public void An_amount_that_is_out_of_range_or_too_precise_is_refused_and_not_rounded(string amount)
    {
        var build = () => Credits.Of(decimal.Parse(amount, CultureInfo.InvariantCulture));

        build.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_smallest_and_the_largest_amount_are_accepted()
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
    public void Unset_zero_and_unlimited_are_different()
    {
        QuotaLimit? unset = null;

        unset.Should().NotBe(QuotaLimit.Of(Credits.Zero));
        QuotaLimit.Unlimited.Should().NotBe(QuotaLimit.Of(Credits.Zero));
        QuotaLimit.Unlimited.Should().NotBe(QuotaLimit.Of(Credits.Max));
        QuotaLimit.Unlimited.Credits.Should().BeNull();
        QuotaLimit.Of(Credits.Zero).Credits.Should().Be(Credits.Zero);
        QuotaLimit.Unlimited.ToString().Should().Be("unlimited");
    }

    [Theory]
    [InlineData("310", 1, 15, "150")]
    [InlineData("310", 16, 31, "160")]
    [InlineData("100", 1, 1, "3.225806")]
    [InlineData("100", 31, 31, "3.225807")]
    [InlineData("0.000001", 1, 30, "0")]
    [InlineData("0.000001", 31, 31, "0.000001")]
    [InlineData("1000000000000", 1, 31, "1000000000000")]
    public void F04_A_prorated_amount_is_proportional_to_the_days(string credits, int first, int last, string share)
    {
        var march = new EffectivePeriod(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
        var days = new EffectivePeriod(new LocalDate(2026, 3, first), new LocalDate(2026, 3, last));

        Credits.Of(decimal.Parse(credits, CultureInfo.InvariantCulture)).Prorated(days, march).ToString().Should().Be(share);
    }

    [Fact]
    public void F04_The_prorated_amounts_of_all_parts_of_a_period_add_up_to_the_credits() =>
        Gen.Select(Gen.Long[0, Credits.Max.Micros], Gen.Int[1, 2_000], Gen.Int[0, 2_000].Array[0, 8])
            .Sample(
                (micros, days, cuts) =>
                {
                    var (start, credits) = (Valid.Today, Credits.FromMicros(micros));
                    var whole = new EffectivePeriod(start, start.PlusDays(days - 1));
                    int[] starts = [.. cuts.Where(c => c < days).Append(0).Distinct().Order(), days];
                    var shares = starts
                        .Zip(starts.Skip(1))
                        .Select(p =>
                            (Days: p.Second - p.First, Part: new EffectivePeriod(start.PlusDays(p.First), start.PlusDays(p.Second - 1)))
                        )
                        .Select(p => (p.Days, credits.Prorated(p.Part, whole).Micros))
                        .ToList();
                    return shares.Sum(s => s.Micros) == micros
                        && shares.TrueForAll(s => Int128.Abs(((Int128)s.Micros * days) - ((Int128)micros * s.Days)) < days);
                },
                iter: 10_000
            );

    [Fact]
    public void F04_Prorating_days_outside_the_period_is_refused()
    {
        var (first, last) = (new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
        foreach (
            var (days, period) in new[]
            {
                (new EffectivePeriod(first, last.PlusDays(1)), new EffectivePeriod(first, last)),
                (new EffectivePeriod(first.PlusDays(-1), last), new EffectivePeriod(first, last)),
                (new EffectivePeriod(first), new EffectivePeriod(first, last)),
                (new EffectivePeriod(first, last), new EffectivePeriod(first)),
            }
        )
        {
            Credits.Of(1).Invoking(c => c.Prorated(days, period)).Should().Throw<ArgumentException>();
        }
    }
}
