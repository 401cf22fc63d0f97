using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Posting;

public sealed class VoidTests
{
    // Quota 2 is consumed first: it ends earlier.
    private static QuotaDraft[] Quotas =>
        [
            new()
            {
                Credits = 100,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(30),
            },
            new()
            {
                Credits = 40,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(9),
            },
        ];

    [Fact]
    public async Task F13_Credits_of_several_quotas_are_voided_in_consumption_order()
    {
        var host = await UsageHost.OfAsync(Quotas);
        await host.PostAsync(host.Draft("used", 10));

        var posting = await host.Ledger.VoidAsync(host.Draft("refund", 60));

        posting.Credits.Amount.Should().Be(60);
        (await host.Ledger.GetAdjustmentsAsync([posting]))[host.Id]
            .VoidedDifference.Should()
            .Equal(new QuotaCredits(2, 30), new QuotaCredits(1, 30));
        var statement = (await host.Credits.StatementAsync(host.Id, new EffectivePeriod(Valid.Today, Valid.Today.PlusDays(30))))!;
        statement
            .Lines.Select(l => (l.Quota.Number, l.Granted, l.Consumed, l.Expired, l.Voided, l.Closing))
            .Should()
            .Equal((2, 40, 10, 0, 30, 0), (1, 100, 0, 0, 30, 70));
        (statement.Used, statement.Overage).Should().Be((10, 0));
    }

    [Fact]
    public async Task F13_A_void_with_the_same_key_is_a_replay_and_the_key_cannot_be_used_for_anything_else()
    {
        var host = await UsageHost.OfAsync(Quotas);

        (await host.Ledger.VoidAsync(host.Draft("refund", 60))).IsReplay.Should().BeFalse();
        (await host.Ledger.VoidAsync(host.Draft("refund", 60))).IsReplay.Should().BeTrue();

        (await host.BalanceAsync()).Totals.Voided.Should().Be(60);
        await RefusedAsync(() => host.Ledger.VoidAsync(host.Draft("refund", 61)), "usage.key-conflict");
        await RefusedAsync(() => host.PostAsync(host.Draft("refund", 60)), "usage.key-conflict");
        await RefusedAsync(() => host.Ledger.ReverseAsync(host.Id, "refund"), "usage.key-conflict");
        await RefusedAsync(() => host.Reservations.ConsumeAsync(host.Draft("refund", 60)), "usage.key-conflict");
    }

    [Fact]
    public async Task F13_A_void_takes_no_credits_that_are_used_or_reserved()
    {
        var host = await UsageHost.OfAsync(Quotas);
        await host.PostAsync(host.Draft("used", 50), host.Draft("used later", 20, day: 20));
        await host.Reservations.ReserveAsync(host.Draft("held", 30), Duration.FromHours(1));

        (await host.Ledger.VoidAsync(host.Draft("refund", 60))).Credits.Amount.Should().Be(40);

        (await host.Ledger.VoidAsync(host.Draft("another", 60))).Credits.Amount.Should().Be(0, "nothing is left");
        (await host.Reservations.CommitAsync(host.Id, "held")).Credits.Amount.Should().Be(30);
        (await host.BalanceAsync(Valid.Today.PlusDays(30))).Overage.Should().Be(0);
    }

    [Fact]
    public async Task F13_Voided_credits_are_not_granted_on_an_earlier_day()
    {
        var host = await UsageHost.OfAsync(Quotas);
        await host.Ledger.VoidAsync(host.Draft("refund", 100, day: 5));

        (await host.Reservations.CheckAsync(host.Id, Valid.Today, Credits.Of(40))).IsGranted.Should().BeTrue();
        (await host.Reservations.CheckAsync(host.Id, Valid.Today, Credits.Of(41))).IsGranted.Should().BeFalse();
    }

    [Fact]
    public async Task F13_Late_usage_takes_precedence_over_a_void_and_the_posting_returns_the_adjustment()
    {
        var host = await UsageHost.OfAsync(Quotas);
        await host.Ledger.VoidAsync(host.Draft("refund", 140, day: 5));

        var late = await host.AdjustmentsAsync(host.PostAsync(host.Draft("late", 10, day: 1)));

        late[host.Id].VoidedDifference.Should().Equal(new QuotaCredits(2, -10));
        (await host.BalanceAsync(Valid.Today.PlusDays(5))).Totals.Voided.Should().Be(130);
    }

    [Fact]
    public async Task F13_Nothing_is_voided_on_a_closed_day()
    {
        var host = await UsageHost.OfAsync(Quotas);
        await host.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        await RefusedAsync(() => host.Ledger.VoidAsync(host.Draft("refund", 60)), "usage.date-closed");
    }

    [Fact]
    public void F13_A_void_skips_unlimited_quotas()
    {
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Unlimited = true,
                EffectiveDate = Valid.Today,
                Priority = -1,
            },
            new QuotaDraft { Credits = 10, EffectiveDate = Valid.Today },
        ]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(4)), new(Valid.Today, Credits.Of(3), IsVoid: true)];

        var balance = Balance.On(Valid.Today, quotas, usage, ConsumptionPolicy.Default);

        balance.Quotas.Select(q => (q.Consumed, q.Voided, q.Remaining)).Should().Equal((4, 0, null), (0, 3, 7));
    }

    [Fact]
    public void F13_Voided_credits_are_not_carried_over()
    {
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = 100,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(30),
            },
            new QuotaDraft
            {
                Credits = 10,
                EffectiveDate = Valid.Today.PlusDays(31),
                CarryOver = new CarryOverDraft { From = 1 },
            },
        ]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(60), IsVoid: true)];

        var balance = Balance.On(Valid.Today.PlusDays(31), quotas, usage, ConsumptionPolicy.Default);

        balance.Quotas.Select(q => (q.Voided, q.Expired, q.CarriedOver, q.Granted)).Should().Equal((60, 0, 40, 100), (0, 0, 0, 50));
    }

    [Fact]
    public void F13_The_credits_of_a_balance_with_voids_add_up_on_every_day() =>
        Gen.Select(AnyUsage.Quotas, AnyUsage.Usage, AnyUsage.Usage)
            .Sample(
                (quotas, usage, voids) =>
                {
                    DailyUsage[] all = [.. usage, .. voids.Select(t => t with { IsVoid = true })];
                    for (var day = -1; day < 48; day++)
                    {
                        var date = Valid.Today.PlusDays(day);
                        var balance = Balance.On(date, quotas, all, ConsumptionPolicy.Default);
                        balance.Used.Should().Be(balance.Covered + balance.Overage);
                        balance.Used.Should().Be(usage.Where(u => u.Date <= date).Sum(u => u.Credits.Amount));
                        balance.Totals.Voided.Should().BeGreaterThanOrEqualTo(0);
                        foreach (var quota in balance.Quotas.Where(q => q.Granted is not null))
                        {
                            quota.Granted.Should().Be(quota.Consumed + quota.Remaining + quota.Expired + quota.Voided + quota.CarriedOver);
                            new[] { quota.Consumed, quota.Remaining!.Value, quota.Expired, quota.Voided, quota.CarriedOver }
                                .Should()
                                .OnlyContain(part => part >= 0);
                        }
                    }
                },
                iter: 300
            );

    private static async Task RefusedAsync(Func<Task> act, string code) =>
        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Select(v => v.Code).Should().Equal(code);
}
