using System.Text.Json;
using Msp.Customers.Usage;
using NodaTime.Text;

namespace Msp.Customers.Tests.Usage.CreditCases;

// A monthly allowance that carries over the unused allowance of the month before. Each month consumes its own allowance first.
internal sealed class Rollovers(IReadOnlyList<decimal> allowances, IReadOnlyList<decimal> used, LocalDate firstDay)
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private readonly Schedule months = new(firstDay, ScheduleUnit.Month);

    public static bool Hold(CreditCase c)
    {
        var allowance = c.Given.GetProperty("allowance").GetDecimal();
        if (c.Given.TryGetProperty("usedPerPeriod", out var each))
        {
            var used = each.EnumerateArray().Select(u => u.GetDecimal()).ToList();
            var chain = new Rollovers([.. used.Select(_ => allowance)], used, Start);
            return c
                .Expect.GetProperty("periods")
                .EnumerateArray()
                .Index()
                .All(p =>
                    chain.In(p.Index) is var (quota, overage)
                    && quota.CarriedIn == Of(p.Item, "rolledIn")
                    && quota.Granted == Of(p.Item, "available")
                    && overage == Of(p.Item, "overage")
                );
        }

        if (c.Given.TryGetProperty("previousPeriodUsed", out var before))
        {
            var start = LocalDatePattern.Iso.Parse(c.Given.GetProperty("start").GetString()!).Value;
            var (quota, _) = new Rollovers([allowance, allowance], [before.GetDecimal(), 0], start.PlusMonths(-1)).In(1);
            return quota.CarriedIn == Of(c.Expect, "rollover")
                && quota.Quota.EffectiveDate == start
                && LocalDatePattern.Iso.Format(quota.Quota.EndDate!.Value) == c.Expect.GetProperty("endInclusive").GetString();
        }

        // Rolled-in credits become an earlier month without usage. If credits roll over, a later month follows.
        List<decimal> months =
        [
            .. Of(c.Given, "rolledIn") is > 0 and var rolledIn ? [rolledIn] : Array.Empty<decimal>(),
            allowance,
            .. c.Given.GetProperty("rollover").GetBoolean() ? [1m] : Array.Empty<decimal>(),
        ];
        var month = months.LastIndexOf(allowance);
        var (leaving, _) = new Rollovers(months, [.. months.Select((_, n) => n == month ? Of(c.Given, "used") : 0)], Start).In(
            month,
            after: true
        );
        return leaving.Granted - leaving.Consumed == Of(c.Expect, "leftover")
            && leaving.CarriedOver == Of(c.Expect, "carriedOut")
            && leaving.Expired == Of(c.Expect, "lapsed");
    }

    // The balance at the end of the month, or on the day after.
    private (QuotaBalance Quota, decimal Overage) In(int month, bool after = false)
    {
        var quotas = AnyUsage.Of([
            .. allowances.Select(
                (credits, n) =>
                    new QuotaDraft
                    {
                        Credits = credits,
                        EffectiveDate = months.Occurrence(n),
                        EndDate = months.PeriodOf(n).EndDate,
                        CarryOver = n > 0 ? new CarryOverDraft { From = n } : null,
                    }
            ),
        ]);
        var balance = Balance.On(
            months.Occurrence(month + 1).PlusDays(after ? 0 : -1),
            quotas,
            [.. used.Select((credits, n) => new DailyUsage(months.Occurrence(n).PlusDays(3), Credits.Of(credits)))],
            ConsumptionPolicy.Default
        );
        return (
            balance.Quotas.Single(q => q.Quota.Number == month + 1),
            balance.OverageByDay.Where(o => months.NumberOn(o.Date) == month).Sum(o => o.Credits)
        );
    }

    private static decimal Of(JsonElement json, string name) => json.GetProperty(name).GetDecimal();
}
