using CsCheck;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.Balances;

public sealed class CarryOverPropertyTests
{
    private const long Cases = 2_000;
    private static readonly Gen<(IReadOnlyList<CreditQuota> Quotas, DailyUsage[] Usage)> Given = Gen.Select(
        AnyUsage.Quotas,
        AnyUsage.Usage
    );

    // Long after all quotas have started and ended.
    private static readonly LocalDate End = Valid.Today.PlusDays(400);

    [Fact]
    public void After_all_quotas_have_started_carried_in_equals_carried_over() =>
        Given.Sample(
            given =>
            {
                var balance = Balance.On(End, given.Quotas, given.Usage, ConsumptionPolicy.Default);
                return balance.Quotas.Sum(q => q.CarriedIn) == balance.Totals.CarriedOver
                    && balance.Quotas.All(q =>
                        q.CarriedOver == balance.Quotas.Where(h => h.Quota.CarryOver?.From == q.Quota.Number).Sum(h => h.CarriedIn)
                    );
            },
            iter: Cases
        );

    [Fact]
    public void The_carried_in_credits_never_exceed_a_cap() =>
        Given.Sample(
            given =>
                Balance
                    .On(End, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                    .Quotas.Where(q => q.CarriedIn > 0)
                    .All(quota =>
                    {
                        var terms = quota.Quota.CarryOver!;
                        var allowed = given.Quotas.Single(q => q.Number == terms.From).Limit.Credits!.Value.Amount;
                        return !(quota.CarriedIn > terms.MaxCredits?.Amount)
                            && !(quota.CarriedIn > allowed * terms.MaxPercent / 100)
                            && (terms.Compounds || quota.CarriedIn <= allowed);
                    }),
            iter: Cases
        );

    [Fact]
    public void Without_compounding_no_credits_are_carried_over_twice() =>
        Given.Sample(
            given =>
                Balance
                    .On(End, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                    .Quotas.Where(q =>
                        q.CarriedOver > 0 && given.Quotas.All(h => h.CarryOver?.From != q.Quota.Number || !h.CarryOver.Compounds)
                    )
                    .All(q => q.CarriedOver <= q.Quota.Limit.Credits!.Value.Amount - q.Consumed),
            iter: Cases
        );

    [Fact]
    public void Late_usage_never_increases_the_carried_over_credits() =>
        Gen.Select(Given, AnyUsage.Daily)
            .Sample(
                (given, late) =>
                {
                    var (before, after) = (
                        Balance.On(End, given.Quotas, given.Usage, ConsumptionPolicy.Default),
                        Balance.On(End, given.Quotas, [.. given.Usage, late], ConsumptionPolicy.Default)
                    );
                    return before.Quotas.Zip(after.Quotas).All(q => q.Second.CarriedOver <= q.First.CarriedOver);
                },
                iter: Cases
            );

    [Fact]
    public void The_carried_over_credits_are_final_from_the_day_after_the_end() =>
        Given.Sample(
            given =>
                given
                    .Quotas.Where(q => q.EndDate is not null)
                    .All(quota =>
                    {
                        QuotaBalance On(LocalDate date) =>
                            Balance
                                .On(date, given.Quotas, given.Usage, ConsumptionPolicy.Default)
                                .Quotas.Single(q => q.Quota.Number == quota.Number);
                        var (first, last) = (On(quota.EndDate!.Value.PlusDays(1)), On(End));
                        return On(quota.EndDate.Value).CarriedOver == 0
                            && first.CarriedOver == last.CarriedOver
                            && first.Expired == last.Expired
                            && (quota.UsablePeriod?.EndDate == quota.EndDate || last.CarriedOver == 0);
                    }),
            iter: 1_000
        );

    // The properties above are trivial where nothing is carried over.
    [Fact]
    public void Many_of_the_cases_carry_credits_over()
    {
        var count = 0;
        Given.Sample(
            given =>
            {
                count += Balance.On(End, given.Quotas, given.Usage, ConsumptionPolicy.Default).Totals.CarriedOver > 0 ? 1 : 0;
            },
            iter: 1_000,
            threads: 1
        );
        count.Should().BeGreaterThan(150);
    }
}
