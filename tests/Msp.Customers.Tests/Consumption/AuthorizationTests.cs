using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Consumption;

public sealed class AuthorizationTests
{
    private const long Cases = 2_000;
    private static readonly Gen<(IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage, DailyUsage Asked)> Given = Gen.Select(
        AnyUsage.Quotas,
        AnyUsage.Usage,
        AnyUsage.Daily
    );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1_000_000.1)]
    public void A_limit_in_percent_is_neither_negative_nor_beyond_all_bounds(double percent)
    {
        var build = () => OveragePolicy.UpToPercent((decimal)percent);

        build.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(percent));
        OveragePolicy.UpToPercent(0).MaxPercent.Should().Be(0);
        OveragePolicy.UpToPercent(1_000_000).MaxPercent.Should().Be(1_000_000);
    }

    [Fact]
    public void A_refusal_names_what_was_asked_for_and_what_there_is()
    {
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = 10,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today,
            },
        ]);

        Authorization
            .Of(Valid.Today, Credits.Of(12.5m), quotas, [], OveragePolicy.Refuse, ConsumptionPolicy.Default)
            .Refusal!.Message.Should()
            .Be("The quotas cover 10 of the 12.5 credits requested for 2026-03-01, and the overage policy allows no more.");
    }

    [Fact]
    public void A_day_that_is_not_supported_is_refused_by_name()
    {
        var ask = () =>
            Authorization.Of(
                Valid.Today.WithCalendar(CalendarSystem.Julian),
                Credits.Of(1),
                [],
                [],
                OveragePolicy.Refuse,
                ConsumptionPolicy.Default
            );

        ask.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("date");
    }

    [Fact]
    public void The_refusing_policy_grants_what_adds_no_overage_and_nothing_else() =>
        Given.Sample(
            given =>
            {
                var decision = Authorization.Of(
                    given.Asked.Date,
                    given.Asked.Credits,
                    given.Quotas,
                    given.Usage,
                    OveragePolicy.Refuse,
                    ConsumptionPolicy.Default
                );
                return decision.IsGranted == (More(given, given.Asked.Credits) == 0)
                    && decision.Granted == (decision.IsGranted ? given.Asked.Credits : Credits.Zero);
            },
            iter: Cases
        );

    [Fact]
    public void Covering_partly_grants_what_adds_no_overage_and_as_much_of_it_as_there_is() =>
        Given.Sample(
            given =>
            {
                var granted = Authorization
                    .Of(
                        given.Asked.Date,
                        given.Asked.Credits,
                        given.Quotas,
                        given.Usage,
                        OveragePolicy.AllowPartial,
                        ConsumptionPolicy.Default
                    )
                    .Granted;
                var next = Credits.FromMicros(granted.Micros + 250_000);
                return granted <= given.Asked.Credits
                    && More(given, granted) == 0
                    && (granted == given.Asked.Credits || More(given, next) > 0);
            },
            iter: Cases
        );

    [Fact]
    public void A_limit_is_kept_and_is_that_of_the_quotas_in_force() =>
        Gen.Select(Given, Gen.Int[0, 20])
            .Sample(
                (given, limit) =>
                {
                    var decision = Authorization.Of(
                        given.Asked.Date,
                        given.Asked.Credits,
                        given.Quotas,
                        given.Usage,
                        OveragePolicy.UpTo(Credits.Of(limit)),
                        ConsumptionPolicy.Default
                    );
                    var inForce = given.Quotas.Where(q => q.UsablePeriod?.Contains(given.Asked.Date) == true).ToList();
                    if (inForce.Count == 0)
                    {
                        return !decision.IsGranted;
                    }

                    var last = given.Usage.Select(u => u.Date).Append(given.Asked.Date).Max();
                    var overage = Balance
                        .On(last, given.Quotas, [.. given.Usage, given.Asked], ConsumptionPolicy.Default)
                        .OverageByDay.Where(o => o.Date >= inForce.Min(q => q.EffectiveDate))
                        .Sum(o => o.Credits);
                    return decision.IsGranted == (overage <= limit || More(given, given.Asked.Credits) == 0);
                },
                iter: Cases
            );

    [Fact]
    public void What_is_allowed_is_granted_whole() =>
        Given.Sample(
            given =>
                Authorization.Of(
                    given.Asked.Date,
                    given.Asked.Credits,
                    given.Quotas,
                    given.Usage,
                    OveragePolicy.Allow,
                    ConsumptionPolicy.Default
                )
                    is { IsGranted: true } decision
                && decision.Granted == given.Asked.Credits,
            iter: Cases
        );

    [Theory]
    [InlineData(10, true)]
    [InlineData(10.000001, false)]
    public void A_limit_in_percent_is_of_what_the_quotas_in_force_grant(double asked, bool granted)
    {
        var quotas = AnyUsage.Of([Quota(100, 0, 9), Quota(50, 0, 9), Quota(1_000, 20, 29)]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(150)), new(Valid.Today.PlusDays(15), Credits.Of(999))];

        var decision = Authorization.Of(
            Valid.Today.PlusDays(9),
            Credits.Of((decimal)asked),
            quotas,
            usage.AsSpan(0, 1),
            OveragePolicy.UpToPercent(100m / 15),
            ConsumptionPolicy.Default
        );

        decision.IsGranted.Should().Be(granted);
    }

    [Fact]
    public void A_new_period_begins_anew()
    {
        var quotas = AnyUsage.Of([Quota(10, 0, 9), Quota(10, 10, 19)]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(15))];
        Authorization On(int day, decimal asked) =>
            Authorization.Of(
                Valid.Today.PlusDays(day),
                Credits.Of(asked),
                quotas,
                usage,
                OveragePolicy.UpTo(Credits.Of(5)),
                ConsumptionPolicy.Default
            );

        On(9, 0.000001m).IsGranted.Should().BeFalse("the 5 of the first period are used");
        On(10, 15).IsGranted.Should().BeTrue();
        On(10, 15.000001m).IsGranted.Should().BeFalse();
        On(20, 1).IsGranted.Should().BeFalse("there is no quota to exceed");
    }

    [Fact]
    public void A_request_for_an_earlier_day_takes_no_credits_that_a_later_day_used()
    {
        var quotas = AnyUsage.Of([Quota(10, 0, 9)]);
        DailyUsage[] usage = [new(Valid.Today.PlusDays(5), Credits.Of(8))];

        Authorization
            .Of(Valid.Today, Credits.Of(2), quotas, usage, OveragePolicy.Refuse, ConsumptionPolicy.Default)
            .IsGranted.Should()
            .BeTrue();
        var refused = Authorization.Of(Valid.Today, Credits.Of(3), quotas, usage, OveragePolicy.Refuse, ConsumptionPolicy.Default);
        refused
            .Refusal!.Message.Should()
            .Be("The quotas cover 2 of the 3 credits requested for 2026-03-01, and the overage policy allows no more.");
    }

    [Fact]
    public void Nothing_asked_is_nothing_refused() =>
        Authorization
            .Of(Valid.Today, Credits.Zero, [], [], OveragePolicy.Refuse, ConsumptionPolicy.Default)
            .Should()
            .Be(new Authorization(Valid.Today, Credits.Zero, Credits.Zero, null));

    private static QuotaDraft Quota(decimal credits, int from, int through) =>
        new()
        {
            Credits = credits,
            EffectiveDate = Valid.Today.PlusDays(from),
            EndDate = Valid.Today.PlusDays(through),
        };

    private static decimal More((IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage, DailyUsage Asked) given, Credits credits)
    {
        var last = given.Usage.Select(u => u.Date).Append(given.Asked.Date).Max();
        return Balance.On(last, given.Quotas, [.. given.Usage, new(given.Asked.Date, credits)], ConsumptionPolicy.Default).Overage
            - Balance.On(last, given.Quotas, given.Usage, ConsumptionPolicy.Default).Overage;
    }
}
