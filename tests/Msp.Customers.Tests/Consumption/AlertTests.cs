using CsCheck;
using Msp.Customers.Consumption;
using Msp.Customers.Quotas;

namespace Msp.Customers.Tests.Consumption;

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

    [Fact]
    public void A_threshold_is_reached_at_exactly_its_value_and_exceeded_above_it()
    {
        var thresholds = new AlertThresholds { PercentUsed = [80], DaysLeft = [] };

        Alert.Between(Used(0), Used(80), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 1, 80));
        Alert.Between(Used(80), Used(80.000001m), thresholds).Should().Equal(new Alert(AlertKind.PercentExceeded, 1, 80));
        Alert
            .Between(Used(79), Used(81), thresholds)
            .Should()
            .Equal(new Alert(AlertKind.PercentReached, 1, 80), new Alert(AlertKind.PercentExceeded, 1, 80));
        Alert.Between(Used(81), Used(90), thresholds).Should().BeEmpty();
    }

    [Fact]
    public void A_quota_that_is_fully_used_reaches_a_hundred_percent_and_what_goes_beyond_is_overage()
    {
        var thresholds = new AlertThresholds { PercentUsed = [100], DaysLeft = [] };

        Alert.Between(Used(99), Used(100), thresholds).Should().Equal(new Alert(AlertKind.PercentReached, 1, 100));
        Alert.Between(Used(100), Used(101), thresholds).Should().Equal(new Alert(AlertKind.OverageStarted, null, null));
        Alert.Between(Used(101), Used(150), thresholds).Should().BeEmpty();
    }

    [Fact]
    public void A_date_that_passes_can_cause_an_alert()
    {
        Balance On(int day) => Balance.On(Valid.Today.PlusDays(day), Quotas, [], ConsumptionPolicy.Default);

        Alert
            .Between(On(-1), On(0), AlertThresholds.Default)
            .Select(a => a.Kind)
            .Should()
            .Equal(AlertKind.QuotaStarted, AlertKind.QuotaEndsSoon);
        Alert.Between(On(22), On(23), AlertThresholds.Default).Should().Equal(new Alert(AlertKind.QuotaEndsSoon, 1, 7));
        Alert.Between(On(28), On(29), AlertThresholds.Default).Should().Equal(new Alert(AlertKind.QuotaEndsSoon, 1, 1));
        Alert.Between(On(29), On(30), AlertThresholds.Default).Should().Equal(new Alert(AlertKind.QuotaEnded, 1, null));
        Alert.Between(On(30), On(60), AlertThresholds.Default).Should().BeEmpty();
    }

    [Fact]
    public void A_quota_that_was_added_with_days_past_has_started()
    {
        var before = Balance.On(Valid.Today.PlusDays(5), [], [], ConsumptionPolicy.Default);

        Alert
            .Between(before, Balance.On(Valid.Today.PlusDays(5), Quotas, [], ConsumptionPolicy.Default), AlertThresholds.Default)
            .Should()
            .Contain(new Alert(AlertKind.QuotaStarted, 1, null));
        Alert
            .Between(before, Balance.On(Valid.Today.PlusDays(40), Quotas, [], ConsumptionPolicy.Default), AlertThresholds.Default)
            .Select(a => a.Kind)
            .Should()
            .Contain([AlertKind.QuotaStarted, AlertKind.QuotaEnded]);
    }

    [Fact]
    public void A_walk_through_the_days_raises_what_one_jump_raises_and_each_once() =>
        Gen.Select(AnyUsage.Quotas, AnyUsage.Usage)
            .Sample(
                (quotas, usage) =>
                {
                    var days = Enumerable
                        .Range(-1, 48)
                        .Select(day => Balance.On(Valid.Today.PlusDays(day), quotas, usage, ConsumptionPolicy.Default))
                        .ToList();
                    var walk = days.Zip(days.Skip(1), (a, b) => Alert.Between(a, b, AlertThresholds.Default))
                        .SelectMany(a => a)
                        .Select(a => a.Key)
                        .ToList();
                    var jump = Alert.Between(days[0], days[^1], AlertThresholds.Default).Select(a => a.Key).ToHashSet();
                    return walk.Count == jump.Count && jump.SetEquals(walk);
                },
                iter: 1_000
            );

    [Fact]
    public void Thresholds_out_of_range_and_days_in_the_wrong_order_are_refused()
    {
        var percent = () => Alert.Between(Used(0), Used(1), new AlertThresholds { PercentUsed = [50, 101] });
        var none = () => Alert.Between(Used(0), Used(1), new AlertThresholds { PercentUsed = [0] });
        var days = () => Alert.Between(Used(0), Used(1), new AlertThresholds { DaysLeft = [0] });
        var order = () =>
            Alert.Between(Balance.On(Valid.Today.PlusDays(1), Quotas, [], ConsumptionPolicy.Default), Used(1), AlertThresholds.Default);

        percent.Should().Throw<ArgumentOutOfRangeException>();
        none.Should().Throw<ArgumentOutOfRangeException>();
        days.Should().Throw<ArgumentOutOfRangeException>();
        order.Should().Throw<ArgumentException>();
    }

    private static Balance Used(decimal credits) =>
        Balance.On(Valid.Today, Quotas, [new DailyUsage(Valid.Today, Credits.Of(credits))], ConsumptionPolicy.Default);
}
