using System.Text.Json;
using CsCheck;
using Msp.Customers.Tests.Usage;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests;

public sealed class RenewalPropertyTests
{
    private const long Cases = 1_000;
    private static readonly Gen<LocalDate> Day = Gen.Int[-5, 300].Select(Valid.Today.PlusDays);

    private static readonly Gen<QuotaScheduleDraft> Recurring = Gen.Select(
            Gen.Int[0, 60],
            Gen.Enum<ScheduleUnit>(),
            Gen.Int[2, 9],
            Gen.Int[1, 400],
            Gen.Int[0, 3].Select(n => n / 4m),
            Gen.Select(Gen.Int[0, 4], AnyTerms())
        )
        .Select(
            (start, unit, interval, credits, increment, carryOver) =>
                new QuotaScheduleDraft
                {
                    Start = Valid.Today.PlusDays(start),
                    Unit = unit,
                    Interval = unit == ScheduleUnit.Day ? interval : 1,
                    Credits = credits / 4m,
                    Increment = increment,
                    CarryOver = carryOver.Item1 == 0 ? null : carryOver.Item2,
                }
        );

    [Fact]
    public void Every_day_from_the_start_is_in_exactly_one_quota() =>
        Gen.Select(Recurring, Day)
            .Sample(
                (schedule, through) =>
                {
                    var customer = RenewalTests.With(schedule);
                    customer.Renew(through);
                    var start = schedule.Start!.Value;
                    return Enumerable
                            .Range(0, Math.Max(0, Period.DaysBetween(start, through) + 1))
                            .All(day => customer.Timeline.InForceOn(start.PlusDays(day)).Count == 1)
                        && customer.Quotas.All(q => q.EffectiveDate >= start && q.EffectiveDate <= through);
                },
                iter: Cases
            );

    [Fact]
    public void Renewing_on_some_days_creates_the_same_quotas_as_renewing_every_day() =>
        Gen.Select(Recurring.Array[1, 3], Gen.Int[0, 120].Array[0, 6])
            .Sample(
                (schedules, runs) =>
                {
                    var (daily, missed) = (RenewalTests.With(schedules), RenewalTests.With(schedules));
                    for (var day = 0; day <= 120; day++)
                    {
                        daily.Renew(Valid.Today.PlusDays(day));
                    }

                    foreach (var run in runs.Append(120))
                    {
                        missed.Renew(Valid.Today.PlusDays(run));
                        missed.Renew(Valid.Today.PlusDays(run)).Should().BeEmpty();
                    }

                    return State(daily) == State(missed);
                },
                iter: Cases
            );

    [Fact]
    public void A_skip_leaves_a_gap_of_exactly_one_period() =>
        Gen.Select(Recurring, Day)
            .Sample(
                (schedule, today) =>
                {
                    var (skipped, whole) = (RenewalTests.With(schedule), RenewalTests.With(schedule));
                    var date = skipped.SkipNext(1, today)!.Value;
                    skipped.Renew(date.PlusYears(2));
                    whole.Renew(date.PlusYears(2));
                    return date > today
                        && whole.Quotas.Where(q => q.EffectiveDate != date).Select(Values).SequenceEqual(skipped.Quotas.Select(Values))
                        && whole.Quotas.Count == skipped.Quotas.Count + 1;
                },
                iter: Cases
            );

    [Fact]
    public void Each_quota_grants_the_credits_plus_one_increment_for_each_earlier_quota() =>
        Gen.Select(Recurring, Day)
            .Sample(
                (schedule, through) =>
                {
                    var customer = RenewalTests.With(schedule);
                    customer.Renew(through);
                    return customer
                        .Quotas.Index()
                        .All(q => q.Item.Limit.Credits!.Value.Amount == schedule.Credits + (q.Index * schedule.Increment));
                },
                iter: Cases
            );

    [Fact]
    public void The_carry_over_along_a_chain_equals_an_independent_calculation() =>
        Gen.Select(Recurring, Gen.Int[0, 300].Array[12])
            .Sample(
                (schedule, used) =>
                {
                    var customer = RenewalTests.With(schedule);
                    customer.Renew(customer.Schedules[0].Dates.Occurrence(used.Length - 1));
                    var balance = Balance.On(
                        customer.Quotas[^1].EffectiveDate,
                        customer.Quotas,
                        [.. customer.Quotas.Select((q, n) => new DailyUsage(q.EffectiveDate, Credits.Of(used[n] / 4m)))],
                        ConsumptionPolicy.Default
                    );
                    var (carried, overage) = (0m, 0m);
                    foreach (var (n, quota) in customer.Quotas.Index())
                    {
                        if (balance.Quotas.Single(q => q.Quota.Number == quota.Number).CarriedIn != carried)
                        {
                            return false;
                        }

                        var (credits, spent) = (quota.Limit.Credits!.Value.Amount, used[n] / 4m);
                        overage += Math.Max(0, spent - credits - carried);
                        var left = schedule.CarryOver is not { } terms
                            ? 0
                            : Math.Min(
                                terms.MaxCredits ?? decimal.MaxValue,
                                Math.Min(credits * (terms.MaxPercent ?? 100_000) / 100, credits + (terms.Compounds ? carried : 0) - spent)
                            );
                        carried = Math.Max(0, decimal.Floor(left * 1_000_000) / 1_000_000);
                    }

                    return balance.Overage == overage;
                },
                iter: Cases
            );

    private static Gen<CarryOverTermsDraft> AnyTerms() =>
        AnyUsage.CarryOver.Select(c => new CarryOverTermsDraft
        {
            MaxCredits = c.MaxCredits,
            MaxPercent = c.MaxPercent,
            Compounds = c.Compounds,
        });

    private static (EffectivePeriod Period, QuotaLimit Limit) Values(CreditQuota quota) => (quota.Period, quota.Limit);

    // Without the version and the id, which differ between the customers.
    private static string State(Customer customer)
    {
        var snapshot = customer.ToSnapshot();
        (snapshot.Version, snapshot.Details.Id) = (1, null);
        return JsonSerializer.Serialize(snapshot);
    }
}
