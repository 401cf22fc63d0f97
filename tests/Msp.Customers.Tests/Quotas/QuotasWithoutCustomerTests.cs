using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Quotas;

public sealed class QuotasWithoutCustomerTests
{
    private static readonly QuotaDraft March = new()
    {
        Credits = 100,
        EffectiveDate = new(2026, 3, 1),
        EndDate = new(2026, 3, 31),
    };

    private static readonly QuotaDraft TopUp = new()
    {
        Credits = 20,
        EffectiveDate = new(2026, 3, 10),
        EndDate = new(2026, 3, 19),
    };

    [Fact]
    public void A_timeline_can_be_used_without_a_customer()
    {
        var timeline = new QuotaTimeline(CreditQuota.From(March, TopUp));

        timeline.InForceOn(new(2026, 3, 19)).Should().HaveCount(2);
        timeline.ConsumedFirstOn(new(2026, 3, 31))!.Number.Should().Be(1);
        timeline.ConsumedFirstOn(new(2026, 4, 1)).Should().BeNull();
    }

    [Fact]
    public void A_balance_can_be_calculated_without_a_customer()
    {
        DailyUsage[] usage = [new(new(2026, 3, 12), Credits.Of(30))];

        var balance = Balance.On(new(2026, 3, 31), CreditQuota.From(March, TopUp), usage, ConsumptionPolicy.Default);

        balance.Quotas.Select(q => (q.Quota.Number, q.Consumed)).Should().BeEquivalentTo([(2, 20m), (1, 10m)]);
    }

    [Fact]
    public void An_invalid_quota_is_refused_with_all_its_violations()
    {
        var wrong = new QuotaDraft { EffectiveDate = new(2026, 3, 31), EndDate = new(2026, 3, 1) };

        FluentActions
            .Invoking(() => CreditQuota.From(March, wrong))
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal("quota.ends-before-it-starts Quotas[1].EndDate", "quota.credits-required Quotas[1].Credits");
    }

    [Fact]
    public void Given_numbers_are_kept_and_missing_numbers_follow_the_largest()
    {
        var renewed = new QuotaDraft
        {
            Number = 7,
            Credits = 1,
            EffectiveDate = new(2026, 4, 1),
        };

        CreditQuota.From(March, renewed, TopUp).Select(q => q.Number).Should().Equal(8, 7, 9);
    }
}
