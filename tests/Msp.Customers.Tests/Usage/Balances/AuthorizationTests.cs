using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class AuthorizationTests
{
    private const long Cases = 2_000;
    private static readonly Gen<(IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage, DailyUsage Requested)> Given = Gen.Select(
        AnyUsage.Quotas,
        AnyUsage.Usage,
        AnyUsage.Daily
    );

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1_000_000.1)]
    public void A_limit_in_percent_is_from_0_to_1000000(double percent)
    {
        var build = () => OveragePolicy.UpToPercent((decimal)percent);

        build.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(percent));
        OveragePolicy.UpToPercent(0).MaxPercent.Should().Be(0);
        OveragePolicy.UpToPercent(1_000_000).MaxPercent.Should().Be(1_000_000);
    }

    [Fact]
    public void A_refusal_contains_the_requested_and_the_available_credits()
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
    public void An_unsupported_date_is_refused_with_the_parameter_name()
    {
        var authorize = () =>
            Authorization.Of(
                Valid.Today.WithCalendar(CalendarSystem.Julian),
                Credits.Of(1),
                [],
                [],
                OveragePolicy.Refuse,
                ConsumptionPolicy.Default
            );

        authorize.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("date");
    }

    [Fact]
    public void The_refuse_policy_grants_only_requests_that_add_no_overage() =>
        Given.Sample(
            given =>
            {
                var decision = Authorization.Of(
                    given.Requested.Date,
                    given.Requested.Credits,
                    given.Quotas,
                    given.Usage,
                    OveragePolicy.Refuse,
                    ConsumptionPolicy.Default
                );
                return decision.IsGranted == (AddedOverage(given, given.Requested.Credits) == 0)
                    && decision.Granted == (decision.IsGranted ? given.Requested.Credits : Credits.Zero);
            },
            iter: Cases
        );

    [Fact]
    public void The_partial_policy_grants_the_most_credits_that_add_no_overage() =>
        Given.Sample(
            given =>
            {
                var granted = Authorization
                    .Of(
                        given.Requested.Date,
                        given.Requested.Credits,
                        given.Quotas,
                        given.Usage,
                        OveragePolicy.GrantAvailable,
                        ConsumptionPolicy.Default
                    )
                    .Granted;
                var next = Credits.FromMicros(granted.Micros + 250_000);
                return granted <= given.Requested.Credits
                    && AddedOverage(given, granted) == 0
                    && (granted == given.Requested.Credits || AddedOverage(given, next) > 0);
            },
            iter: Cases
        );

    [Fact]
    public void The_overage_limit_counts_the_overage_since_the_start_of_the_quotas_in_force() =>
        Gen.Select(Given, Gen.Int[0, 20])
            .Sample(
                (given, limit) =>
                {
                    var decision = Authorization.Of(
                        given.Requested.Date,
                        given.Requested.Credits,
                        given.Quotas,
                        given.Usage,
                        OveragePolicy.UpTo(Credits.Of(limit)),
                        ConsumptionPolicy.Default
                    );
                    var inForce = given.Quotas.Where(q => q.UsablePeriod?.Contains(given.Requested.Date) == true).ToList();
                    if (inForce.Count == 0)
                    {
                        return !decision.IsGranted;
                    }

                    var last = given.Usage.Select(u => u.Date).Append(given.Requested.Date).Max();
                    var overage = Balance
                        .On(last, given.Quotas, [.. given.Usage, given.Requested], ConsumptionPolicy.Default)
                        .OverageByDay.Where(o => o.Date >= inForce.Min(q => q.EffectiveDate))
                        .Sum(o => o.Credits);
                    return decision.IsGranted == (overage <= limit || AddedOverage(given, given.Requested.Credits) == 0);
                },
                iter: Cases
            );

    [Fact]
    public void The_allow_policy_grants_every_request_in_full() =>
        Given.Sample(
            given =>
                Authorization.Of(
                    given.Requested.Date,
                    given.Requested.Credits,
                    given.Quotas,
                    given.Usage,
                    OveragePolicy.Allow,
                    ConsumptionPolicy.Default
                )
                    is { IsGranted: true } decision
                && decision.Granted == given.Requested.Credits,
            iter: Cases
        );

    [Theory]
    [InlineData(10, true)]
    [InlineData(10.000001, false)]
    public void A_limit_in_percent_relates_to_the_credits_of_the_quotas_in_force(double requested, bool granted)
    {
        var quotas = AnyUsage.Of([Quota(100, 0, 9), Quota(50, 0, 9), Quota(1_000, 20, 29)]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(150)), new(Valid.Today.PlusDays(15), Credits.Of(999))];

        var decision = Authorization.Of(
            Valid.Today.PlusDays(9),
            Credits.Of((decimal)requested),
            quotas,
            usage.AsSpan(0, 1),
            OveragePolicy.UpToPercent(100m / 15),
            ConsumptionPolicy.Default
        );

        decision.IsGranted.Should().Be(granted);
    }

    [Fact]
    public void The_overage_limit_starts_again_with_the_next_quota()
    {
        var quotas = AnyUsage.Of([Quota(10, 0, 9), Quota(10, 10, 19)]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(15))];
        Authorization On(int day, decimal requested) =>
            Authorization.Of(
                Valid.Today.PlusDays(day),
                Credits.Of(requested),
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
    public void A_request_for_an_earlier_day_cannot_take_credits_that_were_used_on_a_later_day()
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
    public void A_request_for_zero_credits_is_not_refused() =>
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

    private static decimal AddedOverage(
        (IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage, DailyUsage Requested) given,
        Credits credits
    )
    {
        var last = given.Usage.Select(u => u.Date).Append(given.Requested.Date).Max();
        return Balance.On(last, given.Quotas, [.. given.Usage, new(given.Requested.Date, credits)], ConsumptionPolicy.Default).Overage
            - Balance.On(last, given.Quotas, given.Usage, ConsumptionPolicy.Default).Overage;
    }
}
