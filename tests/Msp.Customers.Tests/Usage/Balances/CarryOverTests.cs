using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class CarryOverTests
{
    private static readonly LocalDate Next = Valid.Today.PlusDays(30);

    [Theory]
    [InlineData(0, "100", "100")]
    [InlineData(70, "30", "30")]
    [InlineData(100, "0", "0")]
    [InlineData(130, "0", "0")]
    public void Remaining_credits_are_carried_over_and_do_not_expire(int used, string carried, string available)
    {
        var balance = Balance.On(Next, Renewed(new CarryOverDraft { From = 1 }), Use(used), ConsumptionPolicy.Default);

        balance.Quotas.Select(q => q.Expired).Should().OnlyContain(expired => expired == 0);
        (balance.Quotas[0].CarriedOver, balance.Quotas[1].CarriedIn).Should().Be((Of(carried), Of(carried)));
        balance.Quotas[1].Granted.Should().Be(50 + Of(available));
        balance.Totals.Should().Be(new CreditTotals(150 + Of(carried), Math.Min(used, 100), 50 + Of(carried), 0, 0, Of(carried)));
    }

    [Theory]
    [InlineData("20", null, "20")]
    [InlineData(null, "33.333333", "33.333333")]
    [InlineData("40", "33.333333", "33.333333")]
    [InlineData("20", "33.333333", "20")]
    [InlineData(null, "250", "90")]
    public void The_smaller_cap_applies_and_the_rest_expires(string? maxCredits, string? maxPercent, string carried)
    {
        var quotas = Renewed(
            new CarryOverDraft
            {
                From = 1,
                MaxCredits = maxCredits is null ? null : Of(maxCredits),
                MaxPercent = maxPercent is null ? null : Of(maxPercent),
            }
        );

        var old = Balance.On(Next, quotas, Use(10), ConsumptionPolicy.Default).Quotas[0];

        (old.CarriedOver, old.Expired, old.Remaining).Should().Be((Of(carried), 90 - Of(carried), 0));
    }

    [Fact]
    public void A_future_quota_is_not_exhausted_and_has_no_percentage()
    {
        var balance = Balance.On(Valid.Today.PlusDays(-1), AnyUsage.Of([Valid.Quota()]), [], ConsumptionPolicy.Default).Quotas[0];

        (balance.Granted, balance.IsExhausted, balance.PercentUsed).Should().Be((0m, false, null));
    }

    [Fact]
    public void A_cap_of_zero_credits_is_refused_with_the_parameter_name()
    {
        var build = () => new CarryOverTerms(Credits.Zero);

        build.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("maxCredits");
    }

    [Fact]
    public void A_share_is_rounded_down_to_a_millionth()
    {
        var terms = new CarryOver(1, maxPercent: 0.000001m);
        var quotas = Renewed(terms.From, percent: 0.000001m, credits: 199.999999m);

        Balance.On(Next, quotas, [], ConsumptionPolicy.Default).Quotas[0].CarriedOver.Should().Be(0.000001m);
    }

    [Theory]
    [InlineData(false, 50)]
    [InlineData(true, 150)]
    public void Carried_in_credits_are_carried_over_again_only_with_compounding(bool compounds, int carried)
    {
        var quotas = AnyUsage.Of([
            Month(0, 100),
            Month(1, 50, new CarryOverDraft { From = 1 }),
            Month(2, 10, new CarryOverDraft { From = 2, Compounds = compounds }),
        ]);

        var balance = Balance.On(Next.PlusDays(30), quotas, [], ConsumptionPolicy.Default);

        (balance.Quotas[1].CarriedOver, balance.Quotas[1].Expired, balance.Quotas[2].CarriedIn)
            .Should()
            .Be((carried, 150 - carried, carried));
    }

    [Fact]
    public void In_a_gap_between_two_quotas_the_carried_credits_cannot_be_used()
    {
        var quotas = AnyUsage.Of([Month(0, 100), Month(2, 50, new CarryOverDraft { From = 1 })]);

        var between = Balance.On(Next, quotas, [new DailyUsage(Next, Credits.Of(5))], ConsumptionPolicy.Default);

        between
            .Quotas[0]
            .Should()
            .BeEquivalentTo(
                new
                {
                    CarriedOver = 100m,
                    Expired = 0m,
                    Remaining = 0m,
                }
            );
        between.Quotas[1].Should().BeEquivalentTo(new { CarriedIn = 0m, Granted = 0m });
        between.Overage.Should().Be(5);
    }

    [Fact]
    public void A_void_or_unlimited_quota_carries_nothing_over_and_nothing_is_carried_into_it()
    {
        var terms = new CarryOverDraft { From = 1 };
        QuotaDraft Void(QuotaDraft draft, LocalDate from)
        {
            draft.VoidedFrom = from;
            return draft;
        }

        QuotaBalance[] On(params List<QuotaDraft> drafts) =>
            [.. Balance.On(Next, AnyUsage.Of(drafts), [], ConsumptionPolicy.Default).Quotas.OrderBy(q => q.Quota.Number)];
        On(Void(Month(0, 100), Next.PlusDays(-1)), Month(1, 50, terms))[0].Should().BeEquivalentTo(new { Voided = 100m, CarriedOver = 0m });
        On(Void(Month(0, 100), Next), Month(1, 50, terms))[0].Should().BeEquivalentTo(new { Voided = 0m, CarriedOver = 100m });
        On(Month(0, 100), Void(Month(1, 50, terms), Next))[0].Should().BeEquivalentTo(new { Expired = 100m, CarriedOver = 0m });
        On(Month(0, 100), Month(1, null, terms))[0].Should().BeEquivalentTo(new { Expired = 100m, CarriedOver = 0m });
        On(Month(0, null), Month(1, 50, terms))[1].Should().BeEquivalentTo(new { CarriedIn = 0m, Granted = 50m });
        Balance
            .On(Next.PlusDays(1), AnyUsage.Of([Month(0, 100), Void(Month(1, 50, terms), Next.PlusDays(1))]), [], ConsumptionPolicy.Default)
            .Totals.Voided.Should()
            .Be(150);
    }

    [Fact]
    public void Quotas_that_carry_over_from_the_same_quota_share_its_credits_in_order_of_date_and_number()
    {
        var quotas = AnyUsage.Of([
            Month(0, 100),
            Month(2, 1, new CarryOverDraft { From = 1 }),
            Month(1, 1, new CarryOverDraft { From = 1, MaxCredits = 30 }),
            Month(1, 1, new CarryOverDraft { From = 1, MaxCredits = 30 }),
        ]);

        var balance = Balance.On(Next.PlusDays(90), quotas, Use(50), ConsumptionPolicy.Default);

        balance.Quotas.OrderBy(q => q.Quota.Number).Select(q => q.CarriedIn).Should().Equal(0, 0, 30, 20);
    }

    [Fact]
    public void Alert_percentages_include_the_carried_in_credits()
    {
        var quotas = Renewed(new CarryOverDraft { From = 1 });
        Balance On(int used) => Balance.On(Next, quotas, [new DailyUsage(Next, Credits.Of(used))], ConsumptionPolicy.Default);
        var thresholds = new AlertThresholds { PercentUsed = [80, 100], DaysLeft = [] };

        Alert.Between(On(50), On(119), thresholds).Should().BeEmpty();
        Alert.Between(On(119), On(120), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 2, 80, 150, null));
        Alert
            .Between(On(120), On(150), thresholds)
            .Should()
            .Equal(new Alert(AlertKind.PercentExceeded, 2, 80, 150, null), new Alert(AlertKind.PercentReached, 2, 100, 150, null));
        (On(50).Quotas[1].IsExhausted, On(150).Quotas[1].IsExhausted, On(75).Quotas[1].PercentUsed).Should().Be((false, true, 50m));
    }

    [Fact]
    public void Credits_expected_to_expire_exclude_the_carried_over_credits()
    {
        var forecast = Forecast.Of(
            Valid.Today,
            Next.PlusDays(40),
            1,
            Renewed(new CarryOverDraft { From = 1, MaxCredits = 20 }),
            [],
            ConsumptionPolicy.Default
        );

        forecast.ExpectedToExpire.Select(e => (e.QuotaNumber, e.Credits)).Should().Equal((1, 80m), (2, 70m));
    }

    [Fact]
    public void The_explanation_contains_the_carried_over_credits()
    {
        var lines = Balance
            .On(Next, Renewed(new CarryOverDraft { From = 1, MaxCredits = 20 }), Use(10), ConsumptionPolicy.Default)
            .Explain();

        lines[0].Should().EndWith("70 expired, 0 voided, 20 carried over to later quotas.");
        lines[1].Should().Contain("50 credits and 20 carried over from quota 1, 0 consumed, 70 remaining");
    }

    private static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DailyUsage[] Use(int credits) => credits == 0 ? [] : [new DailyUsage(Valid.Today, Credits.Of(credits))];

    private static QuotaDraft Month(int n, decimal? credits, CarryOverDraft? carryOver = null) =>
        new()
        {
            Credits = credits,
            Unlimited = credits is null,
            EffectiveDate = Valid.Today.PlusDays(30 * n),
            EndDate = Valid.Today.PlusDays((30 * n) + 29),
            CarryOver = carryOver,
        };

    private static IReadOnlyList<CreditQuota> Renewed(CarryOverDraft carryOver) => AnyUsage.Of([Month(0, 100), Month(1, 50, carryOver)]);

    private static IReadOnlyList<CreditQuota> Renewed(int from, decimal percent, decimal credits) =>
        AnyUsage.Of([Month(0, credits), Month(1, 50, new CarryOverDraft { From = from, MaxPercent = percent })]);
}
