using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class BalancePropertyTests
{
    private const long Cases = 2_000;
    private static readonly Gen<(IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage, LocalDate Date)> Given = Gen.Select(
        AnyUsage.Quotas,
        AnyUsage.Usage,
        AnyUsage.Day
    );

    [Fact]
    public void Granted_credits_are_consumed_remaining_expired_voided_or_carried_over_for_each_quota_and_in_total() =>
        Given.Sample(
            given =>
            {
                var balance = Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default);
                return balance.Quotas.All(q =>
                        q.Granted is null
                        || (
                            q.Granted == q.Consumed + q.Remaining + q.Expired + q.Voided + q.CarriedOver
                            && q is { Voided: >= 0, Consumed: >= 0, Remaining: >= 0, Expired: >= 0, CarriedIn: >= 0, CarriedOver: >= 0 }
                        )
                    ) && Conserved(balance.Totals);
            },
            iter: Cases
        );

    [Fact]
    public void Used_credits_are_covered_or_overage() =>
        Given.Sample(
            given =>
            {
                var balance = Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default);
                return balance.Used == balance.Covered + balance.Overage
                    && balance.Used == given.Usage.Where(u => u.Date <= given.Date).Sum(u => u.Credits.Amount)
                    && balance.OverageByDay.All(o => o.Credits > 0);
            },
            iter: Cases
        );

    [Fact]
    public void The_quotas_in_force_cover_the_usage_of_each_day_in_consumption_order() =>
        Given.Sample(
            given =>
            {
                var left = given.Quotas.ToDictionary(q => q.Number, q => q.Limit.Credits?.Amount ?? decimal.MaxValue);
                var carryOver = new ExpectedCarryOver(given.Quotas);
                var consumed = given.Quotas.ToDictionary(q => q.Number, _ => 0m);
                var overage = 0m;
                foreach (var day in given.Usage.Where(u => u.Date <= given.Date).GroupBy(u => u.Date).OrderBy(g => g.Key))
                {
                    var open = day.Sum(u => u.Credits.Amount);
                    carryOver.StartThrough(day.Key, consumed, (number, credits) => left[number] += credits);
                    foreach (
                        var quota in given
                            .Quotas.Where(q => q.Period.Contains(day.Key) && !(q.VoidedFrom <= day.Key))
                            .Order(ConsumptionOrder.Default)
                    )
                    {
                        var part = Math.Min(open, left[quota.Number]);
                        left[quota.Number] -= quota.Limit.IsUnlimited ? 0 : part;
                        consumed[quota.Number] += part;
                        open -= part;
                    }

                    overage += open;
                }

                carryOver.StartThrough(given.Date, consumed, (number, credits) => left[number] += credits);
                var balance = Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default);
                return balance.Overage == overage
                    && balance.Quotas.All(q => q.Consumed == consumed[q.Quota.Number] && q.CarriedIn == carryOver.Into(q.Quota.Number));
            },
            iter: Cases
        );

    [Fact]
    public void The_order_of_the_input_does_not_change_the_balance() =>
        Gen.Select(Given, Gen.Int[0, 1_000_000])
            .Sample(
                (given, seed) =>
                {
                    var random = new Random(seed);
                    var (quotas, usage) = (given.Quotas.ToArray(), given.Usage.ToArray());
                    random.Shuffle(quotas);
                    random.Shuffle(usage);
                    return Same(
                        Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default),
                        Balance.On(given.Date, quotas, usage, ConsumptionPolicy.Default)
                    );
                },
                iter: Cases
            );

    [Fact]
    public void Splitting_the_usage_of_a_day_does_not_change_the_balance() =>
        Given.Sample(
            given =>
            {
                var halves = given.Usage.SelectMany(u =>
                    new[]
                    {
                        u with
                        {
                            Credits = Credits.FromMicros(u.Credits.Micros / 2),
                        },
                        u with
                        {
                            Credits = Credits.FromMicros(u.Credits.Micros - (u.Credits.Micros / 2)),
                        },
                    }
                );
                return Same(
                    Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default),
                    Balance.On(given.Date, given.Quotas, halves.ToArray(), ConsumptionPolicy.Default)
                );
            },
            iter: Cases
        );

    [Fact]
    public void A_quota_does_not_change_the_balance_before_its_effective_date() =>
        Gen.Select(Given, AnyUsage.Quota)
            .Sample(
                (given, late) =>
                {
                    late.EffectiveDate = given.Date.PlusDays(1);
                    late.EndDate = null;
                    late.VoidedFrom = null;
                    var more = AnyUsage.Of([.. given.Quotas.Select(q => Copy(q)), late]);
                    var (before, after) = (
                        Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default),
                        Balance.On(given.Date, more, given.Usage, ConsumptionPolicy.Default)
                    );
                    return before.Overage == after.Overage
                        && before.Totals == after.Totals
                        && before.Quotas.All(q => after.Quotas.Single(a => a.Quota.Number == q.Quota.Number).Consumed == q.Consumed);
                },
                iter: Cases
            );

    [Fact]
    public void An_additional_quota_never_decreases_the_coverage() =>
        Gen.Select(Given, AnyUsage.Quota)
            .Sample(
                (given, additional) =>
                {
                    var more = AnyUsage.Of([.. given.Quotas.Select(q => Copy(q)), additional]);
                    return Balance.On(given.Date, more, given.Usage, ConsumptionPolicy.Default).Covered
                        >= Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default).Covered;
                },
                iter: Cases
            );

    [Fact]
    public void Additional_usage_never_increases_the_remaining_credits_of_a_quota() =>
        Gen.Select(Given, AnyUsage.Daily)
            .Sample(
                (given, additional) =>
                {
                    var more = Balance.On(given.Date, given.Quotas, [.. given.Usage, additional], ConsumptionPolicy.Default);
                    return Balance
                        .On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                        .Quotas.Zip(more.Quotas)
                        .All(p =>
                            p.First.Granted is null
                                ? p.Second.Consumed >= p.First.Consumed
                                : p.Second.Granted - p.Second.Consumed <= p.First.Granted - p.First.Consumed
                        );
                },
                iter: Cases
            );

    [Fact]
    public void Shifting_all_dates_shifts_the_result() =>
        Gen.Select(Given, Gen.Int[-700, 700])
            .Sample(
                (given, days) =>
                {
                    var quotas = AnyUsage.Of([.. given.Quotas.Select(q => Copy(q, days))]);
                    var usage = given.Usage.Select(u => u with { Date = u.Date.PlusDays(days) }).ToArray();
                    var (here, there) = (
                        Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default),
                        Balance.On(given.Date.PlusDays(days), quotas, usage, ConsumptionPolicy.Default)
                    );
                    return here.Totals == there.Totals
                        && here.OverageByDay.Select(o => o with { Date = o.Date.PlusDays(days) }).SequenceEqual(there.OverageByDay);
                },
                iter: Cases
            );

    [Fact]
    public void On_the_day_after_the_end_the_remaining_credits_are_expired_or_carried_over() =>
        Given.Sample(
            given =>
                given
                    .Quotas.Where(q => q is { EndDate: not null, VoidedFrom: null, Limit.IsUnlimited: false })
                    .All(quota =>
                    {
                        var end = quota.EndDate!.Value;
                        var last = Balance
                            .On(end, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                            .Quotas.Single(q => q.Quota.Number == quota.Number);
                        var next = Balance
                            .On(end.PlusDays(1), given.Quotas, given.Usage, ConsumptionPolicy.Default)
                            .Quotas.Single(q => q.Quota.Number == quota.Number);
                        return last is { Expired: 0, CarriedOver: 0 }
                            && next.Expired + next.CarriedOver == last.Remaining
                            && next.Remaining == 0
                            && next.State == PeriodState.Ended;
                    }),
            iter: Cases
        );

    [Fact]
    public void The_remaining_credits_of_a_voided_quota_are_voided_once_and_never_expire() =>
        Given.Sample(
            given =>
                given
                    .Quotas.Where(q => q is { VoidedFrom: not null, Limit.IsUnlimited: false } && !(q.EndDate < q.VoidedFrom))
                    .All(quota =>
                    {
                        var from = quota.VoidedFrom!.Value;
                        QuotaBalance On(LocalDate date) =>
                            Balance
                                .On(date, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                                .Quotas.Single(q => q.Quota.Number == quota.Number);
                        var first = On(LocalDate.Max(from, quota.EffectiveDate));
                        return first.Voided == (from <= quota.EffectiveDate ? first.Granted : On(from.PlusDays(-1)).Remaining)
                            && On(from.PlusDays(100)) is { Expired: 0, Remaining: 0 } later
                            && later.Voided == first.Voided;
                    }),
            iter: Cases
        );

    [Fact]
    public void A_timeline_does_not_find_a_quota_from_its_void_date_on() =>
        Gen.Select(AnyUsage.Quotas, AnyUsage.Day)
            .Sample(
                (quotas, date) =>
                {
                    var timeline = new QuotaTimeline(quotas);
                    var inForce = quotas
                        .Where(q => q.Period.Contains(date) && !(q.VoidedFrom <= date))
                        .Order(ConsumptionOrder.Default)
                        .ToList();
                    return timeline.ConsumedFirstOn(date)?.Number == inForce.FirstOrDefault()?.Number
                        && timeline.InForceOn(date).Select(q => q.Number).SequenceEqual(inForce.Select(q => q.Number))
                        && timeline.Gaps().All(gap => timeline.ConsumedFirstOn(gap.EffectiveDate) is null)
                        && timeline
                            .Overlaps()
                            .All(o =>
                                o.Earlier.StateOn(o.Shared.EffectiveDate) == PeriodState.InForce
                                && o.Later.StateOn(o.Shared.EffectiveDate) == PeriodState.InForce
                            );
                },
                iter: Cases
            );

    [Fact]
    public void Voiding_again_from_a_later_day_changes_nothing()
    {
        var customer = Valid.Customer();
        customer.VoidQuota(1, Valid.Today.PlusDays(5));
        var version = customer.Version;

        customer.VoidQuota(1, Valid.Today.PlusDays(7));
        var draft = customer.ToDraft();
        draft.Quotas[0].VoidedFrom = null;
        customer.Edit(draft, CustomerTerms.Default);

        customer.Quotas[0].VoidedFrom.Should().Be(Valid.Today.PlusDays(5));
        customer.Version.Should().Be(version + 1);
        customer.Timeline.ConsumedFirstOn(Valid.Today.PlusDays(4)).Should().NotBeNull();
        customer.Timeline.ConsumedFirstOn(Valid.Today.PlusDays(5)).Should().BeNull();
        customer.DecideOn(Valid.Today.PlusDays(5), CustomerTerms.Default).Explain()[0].Should().Be("Quota 1 is void from 2026-03-06 on.");
    }

    [Fact]
    public void At_equal_priority_the_consumption_order_gives_the_maximum_coverage() =>
        Given.Sample(
            given =>
            {
                var quotas = AnyUsage.Of([
                    .. given
                        .Quotas.Where(q => !q.Limit.IsUnlimited)
                        .Select(q =>
                        {
                            var d = Copy(q);
                            d.Priority = 0;
                            d.VoidedFrom = null;
                            d.CarryOver = null;
                            return d;
                        }),
                ]);
                return Balance.On(given.Date, quotas, given.Usage, ConsumptionPolicy.Default).Covered
                    == MaximumFlow.Of(quotas, given.Usage.Where(u => u.Date <= given.Date));
            },
            iter: 1_000
        );

    [Fact]
    public void With_different_priorities_the_coverage_can_be_below_the_maximum()
    {
        var quotas = AnyUsage.Of([
            new QuotaDraft
            {
                Credits = 10,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(9),
                Priority = 0,
            },
            new QuotaDraft
            {
                Credits = 10,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today,
                Priority = 1,
            },
        ]);
        DailyUsage[] usage = [new(Valid.Today, Credits.Of(10)), new(Valid.Today.PlusDays(5), Credits.Of(10))];

        Balance.On(Valid.Today.PlusDays(5), quotas, usage, ConsumptionPolicy.Default).Covered.Should().Be(10);
        MaximumFlow.Of(quotas, usage).Should().Be(20);
    }

    [Fact]
    public void Backdated_coverage_never_increases_the_overage() =>
        Given.Sample(
            given =>
            {
                var late = Balance.On(
                    given.Date,
                    given.Quotas,
                    given.Usage,
                    new ConsumptionPolicy { BackdatedCoverage = BackdatedCoverage.OnEffectiveDate }
                );
                var never = Balance.On(given.Date, given.Quotas, given.Usage, ConsumptionPolicy.Default);
                return late.Overage <= never.Overage && late.Used == late.Covered + late.Overage && Conserved(late.Totals);
            },
            iter: Cases
        );

    [Fact]
    public void Statements_of_consecutive_periods_add_up_to_the_statement_of_both() =>
        Gen.Select(Given, Gen.Int[0, 40], Gen.Int[0, 40])
            .Sample(
                (given, first, second) =>
                {
                    var (start, middle) = (Valid.Today, Valid.Today.PlusDays(first));
                    var end = middle.PlusDays(1 + second);
                    var a = Statement.For(new EffectivePeriod(start, middle), given.Quotas, given.Usage, ConsumptionPolicy.Default);
                    var b = Statement.For(
                        new EffectivePeriod(middle.PlusDays(1), end),
                        given.Quotas,
                        given.Usage,
                        ConsumptionPolicy.Default
                    );
                    var both = Statement.For(new EffectivePeriod(start, end), given.Quotas, given.Usage, ConsumptionPolicy.Default);
                    return a.Used + b.Used == both.Used
                        && a.Overage + b.Overage == both.Overage
                        && both.Lines.All(line =>
                            line.Consumed == Of(a, line).Consumed + Of(b, line).Consumed
                            && line.Expired == Of(a, line).Expired + Of(b, line).Expired
                            && Of(b, line).Opening == Of(a, line).Closing
                            && line.Opening + line.Granted
                                == (
                                    line.Closing is null
                                        ? null
                                        : line.Consumed + line.Expired + line.Voided + line.CarriedOver + line.Closing
                                )
                            && line.CarriedOver == Of(a, line).CarriedOver + Of(b, line).CarriedOver
                            && line.CarriedIn == Of(a, line).CarriedIn + Of(b, line).CarriedIn
                        );
                },
                iter: Cases
            );

    private static StatementLine Of(Statement statement, StatementLine line) =>
        statement.Lines.Single(l => l.Quota.Number == line.Quota.Number);

    private static QuotaDraft Copy(CreditQuota quota) => Copy(quota, 0);

    private static QuotaDraft Copy(CreditQuota quota, int days)
    {
        var draft = quota.ToDraft();
        draft.Number = null;
        AnyUsage.Shift(draft, days);
        return draft;
    }

    private static bool Conserved(CreditTotals t) => t.Granted == t.Consumed + t.Remaining + t.Expired + t.Voided + t.CarriedOver;

    private static bool Same(Balance a, Balance b) =>
        a.Totals == b.Totals
        && a.Used == b.Used
        && a.OverageByDay.SequenceEqual(b.OverageByDay)
        && a.Quotas.Select(q => (q.Quota.Number, q.Consumed, q.Remaining, q.Expired, q.CarriedIn))
            .SequenceEqual(b.Quotas.Select(q => (q.Quota.Number, q.Consumed, q.Remaining, q.Expired, q.CarriedIn)));
}
