using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Alerts;

public sealed class AlertTests
{
    private static readonly IReadOnlyList<CreditQuota> Quotas = AnyUsage.Of([
        new QuotaDraft
        {
            Credits = 100,
            EffectiveDate = Valid.Today,
            EndDate = Valid.Today.PlusDays(29),
        },
    ]);

    private static readonly AlertThresholds Everything = new() { PercentUsed = [50, 100, 150, 1_000] };

    [Fact]
    public void A_threshold_is_reached_at_exactly_its_value_and_exceeded_above_it()
    {
        var thresholds = new AlertThresholds { PercentUsed = [80], DaysLeft = [] };

        Alert.Between(Used(0), Used(80), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 1, 80, 100, null));
        Alert.Between(Used(80), Used(80.000001m), thresholds).Should().Equal(new Alert(AlertKind.PercentExceeded, 1, 80, 100, null));
        Alert
            .Between(Used(79), Used(81), thresholds)
            .Should()
            .Equal(new Alert(AlertKind.PercentReached, 1, 80, 100, null), new Alert(AlertKind.PercentExceeded, 1, 80, 100, null));
        Alert.Between(Used(81), Used(90), thresholds).Should().BeEmpty();
    }

    [Fact]
    public void A_fully_used_quota_reaches_100_percent_and_further_usage_starts_overage()
    {
        var thresholds = new AlertThresholds { PercentUsed = [100], DaysLeft = [] };

        Alert.Between(Used(99), Used(100), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 1, 100, 100, null));
        Alert
            .Between(Used(100), Used(101), thresholds)
            .Should()
            .Equal(new Alert(AlertKind.PercentExceeded, 1, 100, 100, null), new Alert(AlertKind.OverageStarted, 1, null, 100, Valid.Today));
        Alert.Between(Used(101), Used(150), thresholds).Should().BeEmpty();
    }

    [Fact]
    public void The_passing_of_a_date_can_raise_an_alert()
    {
        Balance On(int day) => Balance.On(Valid.Today.PlusDays(day), Quotas, [], ConsumptionPolicy.Default);

        Alert
            .Between(On(-1), On(0), AlertThresholds.Default)
            .Select(a => a.Kind)
            .Should()
            .Equal(AlertKind.QuotaStarted, AlertKind.QuotaEndsSoon);
        Alert
            .Between(On(22), On(23), AlertThresholds.Default)
            .Should()
            .Equal(new Alert(AlertKind.QuotaEndsSoon, 1, 7, null, Valid.Today.PlusDays(29)));
        Alert
            .Between(On(28), On(29), AlertThresholds.Default)
            .Should()
            .Equal(new Alert(AlertKind.QuotaEndsSoon, 1, 1, null, Valid.Today.PlusDays(29)));
        Alert
            .Between(On(29), On(30), AlertThresholds.Default)
            .Should()
            .Equal(new Alert(AlertKind.QuotaEnded, 1, null, null, Valid.Today.PlusDays(29)));
        Alert.Between(On(30), On(60), AlertThresholds.Default).Should().BeEmpty();
    }

    [Fact]
    public void A_quota_that_is_added_after_its_effective_date_raises_a_start_alert()
    {
        var before = Balance.On(Valid.Today.PlusDays(5), [], [], ConsumptionPolicy.Default);

        Alert
            .Between(before, Balance.On(Valid.Today.PlusDays(5), Quotas, [], ConsumptionPolicy.Default), AlertThresholds.Default)
            .Should()
            .Contain(new Alert(AlertKind.QuotaStarted, 1, null, null, Valid.Today));
        Alert
            .Between(before, Balance.On(Valid.Today.PlusDays(40), Quotas, [], ConsumptionPolicy.Default), AlertThresholds.Default)
            .Select(a => a.Kind)
            .Should()
            .Contain([AlertKind.QuotaStarted, AlertKind.QuotaEnded]);
    }

    [Fact]
    public void Checking_each_day_raises_the_same_alerts_as_checking_the_whole_period() =>
        Gen.Select(AnyUsage.Quotas, AnyUsage.Usage)
            .Sample(
                (quotas, usage) =>
                {
                    var days = Enumerable
                        .Range(-1, 48)
                        .Select(day => Balance.On(Valid.Today.PlusDays(day), quotas, usage, ConsumptionPolicy.Default))
                        .ToList();
                    var daily = days.Zip(days.Skip(1), (a, b) => Alert.Between(a, b, Everything))
                        .SelectMany(a => a)
                        .Select(a => a.Key)
                        .ToList();
                    var whole = Alert.Between(days[0], days[^1], Everything).Select(a => a.Key).ToHashSet();
                    return daily.Count == whole.Count && whole.SetEquals(daily);
                },
                iter: 1_000
            );

    [Fact]
    public void F10_An_increased_quota_crosses_its_threshold_again_with_another_key()
    {
        var thresholds = new AlertThresholds { PercentUsed = [80], DaysLeft = [] };
        var increased = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = 200,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(29),
            },
        ]);

        var first = Alert.Between(Used(0), Used(85), thresholds)[0];
        var stepwise = Alert.Between(Used(85, increased), Used(165, increased), thresholds)[0];
        var direct = Alert.Between(Used(85), Used(165, increased), thresholds)[0];

        stepwise.Should().Be(direct).And.Be(new Alert(AlertKind.PercentReached, 1, 80, 200, null));
        first.Key.Should().Be("PercentReached/1/80/100/");
        stepwise.Key.Should().Be("PercentReached/1/80/200/");
        Alert.Between(Used(170, increased), Used(85), thresholds).Should().BeEmpty("the usage was reported before");
        Alert
            .Between(Used(85, increased), Used(85), thresholds)
            .Select(a => a.Credits)
            .Should()
            .AllBeEquivalentTo(100m, "the quota was decreased again");
    }

    [Fact]
    public void F10_A_quota_with_a_changed_end_date_raises_its_end_alerts_again()
    {
        CreditQuota Until(int day) =>
            AnyUsage.Of([
                new QuotaDraft
                {
                    Credits = 100,
                    EffectiveDate = Valid.Today,
                    EndDate = Valid.Today.PlusDays(day),
                },
            ])[0];
        Balance On(int day, int end) => Balance.On(Valid.Today.PlusDays(day), [Until(end)], [], ConsumptionPolicy.Default);
        var thresholds = new AlertThresholds { PercentUsed = [], DaysLeft = [7] };

        var first = Alert.Between(On(20, 29), On(25, 29), thresholds).Single();
        var later = Alert.Between(On(25, 29), On(86, 90), thresholds).Single();
        var earlier = Alert.Between(On(10, 90), On(10, 12), thresholds).Single();

        (first.Key, later.Key, earlier.Key)
            .Should()
            .Be(("QuotaEndsSoon/1/7//2026-03-30", "QuotaEndsSoon/1/7//2026-05-30", "QuotaEndsSoon/1/7//2026-03-13"));
        Alert.Between(On(31, 29), On(91, 90), thresholds).Select(a => a.Kind).Should().Equal(AlertKind.QuotaEndsSoon, AlertKind.QuotaEnded);
        Alert.Between(On(10, 90), On(10, 8), thresholds).Select(a => a.Kind).Should().Equal(AlertKind.QuotaEndsSoon, AlertKind.QuotaEnded);
    }

    [Fact]
    public void F11_Overage_is_reported_once_while_the_same_quotas_are_in_force_and_again_under_others()
    {
        static QuotaDraft Quota(decimal credits, LocalDate from, LocalDate through) =>
            new()
            {
                Credits = credits,
                EffectiveDate = from,
                EndDate = through,
            };
        var quotas = AnyUsage.Of([
            Quota(100, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31)),
            Quota(20, new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 19)),
            Quota(100, new LocalDate(2026, 4, 1), new LocalDate(2026, 4, 30)),
            Quota(100, new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 30)),
        ]);
        DailyUsage[] usage =
        [
            new(new LocalDate(2026, 3, 5), Credits.Of(101)),
            new(new LocalDate(2026, 3, 6), Credits.Of(1)),
            new(new LocalDate(2026, 3, 12), Credits.Of(21)),
            new(new LocalDate(2026, 3, 25), Credits.Of(1)),
            new(new LocalDate(2026, 4, 5), Credits.Of(101)),
            new(new LocalDate(2026, 5, 5), Credits.Of(1)),
            new(new LocalDate(2026, 7, 5), Credits.Of(1)),
        ];
        Balance On(LocalDate date) => Balance.On(date, quotas, usage, ConsumptionPolicy.Default);

        Alert
            .Between(On(new LocalDate(2026, 3, 1)), On(new LocalDate(2026, 7, 5)), new AlertThresholds { PercentUsed = [], DaysLeft = [] })
            .Where(a => a.Kind == AlertKind.OverageStarted)
            .Select(a => a.Key)
            .Should()
            .Equal(
                "OverageStarted/1//100/2026-03-01",
                "OverageStarted/1//120/2026-03-10",
                "OverageStarted/3//100/2026-04-01",
                "OverageStarted////2026-05-01",
                "OverageStarted////2026-07-01"
            );
    }

    [Fact]
    public void F11_A_threshold_above_100_percent_includes_the_overage_on_the_days_of_the_quota()
    {
        var thresholds = new AlertThresholds { PercentUsed = [100, 120], DaysLeft = [] };

        Alert
            .Between(Used(0), Used(125), thresholds)
            .Select(a => a.Key)
            .Should()
            .Equal(
                "PercentReached/1/100/100/",
                "PercentExceeded/1/100/100/",
                "PercentReached/1/120/100/",
                "PercentExceeded/1/120/100/",
                "OverageStarted/1//100/2026-03-01"
            );
        Alert.Between(Used(110), Used(120), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 1, 120, 100, null));
    }

    [Fact]
    public void Thresholds_out_of_range_and_balances_in_the_wrong_order_are_refused()
    {
        var percent = () => Alert.Between(Used(0), Used(1), new AlertThresholds { PercentUsed = [50, 1_000_001] });
        var none = () => Alert.Between(Used(0), Used(1), new AlertThresholds { PercentUsed = [0] });
        var days = () => Alert.Between(Used(0), Used(1), new AlertThresholds { DaysLeft = [0] });
        var order = () =>
            Alert.Between(Balance.On(Valid.Today.PlusDays(1), Quotas, [], ConsumptionPolicy.Default), Used(1), AlertThresholds.Default);

        percent.Should().Throw<ArgumentOutOfRangeException>();
        none.Should().Throw<ArgumentOutOfRangeException>();
        days.Should().Throw<ArgumentOutOfRangeException>();
        order.Should().Throw<ArgumentException>();
    }

    private static Balance Used(decimal credits, IReadOnlyList<CreditQuota>? quotas = null) =>
        Balance.On(Valid.Today, quotas ?? Quotas, [new DailyUsage(Valid.Today, Credits.Of(credits))], ConsumptionPolicy.Default);
}
