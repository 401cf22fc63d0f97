using CsCheck;
using Msp.Customers.Tests.Consumption;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage;

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
    public async Task F13_Credits_are_voided_over_several_quotas_in_the_order_in_which_they_pay()
    {
        var books = await Books.OfAsync(Quotas);
        await books.PostAsync(books.Draft("used", 10));

        var posting = await books.Ledger.VoidAsync(books.Draft("refund", 60));

        posting.Receipts.Should().ContainSingle().Which.Credits.Amount.Should().Be(60);
        posting.Adjustments[books.Id].Voided.Should().Equal(new QuotaCredits(2, 30), new QuotaCredits(1, 30));
        var statement = (await books.Credits.StatementAsync(books.Id, new EffectivePeriod(Valid.Today, Valid.Today.PlusDays(30))))!;
        statement
            .Lines.Select(l => (l.Quota.Number, l.Granted, l.Consumed, l.Expired, l.Voided, l.Closing))
            .Should()
            .Equal((2, 40, 10, 0, 30, 0), (1, 100, 0, 0, 30, 70));
        (statement.Used, statement.Overage).Should().Be((10, 0));
    }

    [Fact]
    public async Task F13_The_same_key_is_voided_once_and_is_no_key_for_anything_else()
    {
        var books = await Books.OfAsync(Quotas);

        (await books.Ledger.VoidAsync(books.Draft("refund", 60))).Receipts[0].IsReplay.Should().BeFalse();
        (await books.Ledger.VoidAsync(books.Draft("refund", 60))).Receipts[0].IsReplay.Should().BeTrue();

        (await books.BalanceAsync()).Totals.Voided.Should().Be(60);
        await RefusedAsync(() => books.Ledger.VoidAsync(books.Draft("refund", 61)), "usage.key-conflict");
        await RefusedAsync(() => books.PostAsync(books.Draft("refund", 60)), "usage.key-conflict");
        await RefusedAsync(() => books.Ledger.ReverseAsync(books.Id, "refund"), "usage.key-conflict");
        await RefusedAsync(() => books.Reservations.ConsumeAsync(books.Draft("refund", 60)), "usage.key-conflict");
    }

    [Fact]
    public async Task F13_No_more_is_voided_than_is_left_beside_usage_and_reservations()
    {
        var books = await Books.OfAsync(Quotas);
        await books.PostAsync(books.Draft("used", 50), books.Draft("used later", 20, day: 20));
        await books.Reservations.ReserveAsync(books.Draft("held", 30), Duration.FromHours(1));

        (await books.Ledger.VoidAsync(books.Draft("refund", 60))).Receipts[0].Credits.Amount.Should().Be(40);

        (await books.Ledger.VoidAsync(books.Draft("another", 60))).Receipts[0].Credits.Amount.Should().Be(0, "nothing is left");
        (await books.Reservations.CommitAsync(books.Id, "held")).Credits.Amount.Should().Be(30);
        (await books.BalanceAsync(Valid.Today.PlusDays(30))).Overage.Should().Be(0);
    }

    [Fact]
    public async Task F13_What_is_voided_is_granted_to_nobody_on_an_earlier_day_either()
    {
        var books = await Books.OfAsync(Quotas);
        await books.Ledger.VoidAsync(books.Draft("refund", 100, day: 5));

        (await books.Reservations.CheckAsync(books.Id, Valid.Today, Credits.Of(40))).IsGranted.Should().BeTrue();
        (await books.Reservations.CheckAsync(books.Id, Valid.Today, Credits.Of(41))).IsGranted.Should().BeFalse();
    }

    [Fact]
    public async Task F13_Usage_that_comes_late_has_the_first_claim_and_the_posting_reports_it()
    {
        var books = await Books.OfAsync(Quotas);
        await books.Ledger.VoidAsync(books.Draft("refund", 140, day: 5));

        var late = await books.PostAsync(books.Draft("late", 10, day: 1));

        late.Adjustments[books.Id].Voided.Should().Equal(new QuotaCredits(2, -10));
        (await books.BalanceAsync(Valid.Today.PlusDays(5))).Totals.Voided.Should().Be(130);
    }

    [Fact]
    public async Task F13_Nothing_is_voided_on_a_closed_day()
    {
        var books = await Books.OfAsync(Quotas);
        await books.ChangeAsync(c => c.CloseUsageThrough(Valid.Today));

        await RefusedAsync(() => books.Ledger.VoidAsync(books.Draft("refund", 60)), "usage.date-closed");
    }

    [Fact]
    public void F13_An_unlimited_quota_loses_nothing_and_hides_no_other()
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
    public void F13_What_is_voided_is_not_carried_over()
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
    public void F13_Voids_keep_conservation_on_every_day_and_make_nothing_overage_that_was_paid() =>
        Gen.Select(AnyUsage.Quotas, AnyUsage.Usage, AnyUsage.Usage)
            .Sample(
                (quotas, usage, taken) =>
                {
                    DailyUsage[] all = [.. usage, .. taken.Select(t => t with { IsVoid = true })];
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
