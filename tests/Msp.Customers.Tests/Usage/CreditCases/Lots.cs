using System.Text.Json;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.CreditCases;

// Lots that are all in force on one day, and usage on that day in the consumption order of the other engine.
internal sealed class Lots
{
    private static readonly LocalDate Day = new(2026, 6, 1);
    private readonly List<(string Id, JsonElement Json)> lots;
    private readonly IReadOnlyList<CreditQuota> quotas;
    private readonly string policy;

    // A lot without credits cannot be a quota and covers nothing.
    public Lots(CreditCase @case)
    {
        policy = @case.Policy;
        lots =
        [
            .. @case
                .Given.GetProperty("lots")
                .EnumerateArray()
                .Where(l => l.GetProperty("amount").GetDecimal() > 0)
                .Select(l => (l.GetProperty("id").GetString()!, l)),
        ];
        quotas = AnyUsage.Of([
            .. lots.Select(l => new QuotaDraft { Credits = l.Json.GetProperty("amount").GetDecimal(), EffectiveDate = Day }),
        ]);
    }

    public Balance Consume(decimal need) =>
        Balance.On(
            Day,
            quotas,
            [new DailyUsage(Day, Credits.Of(need))],
            new ConsumptionPolicy { Order = Comparer<CreditQuota>.Create((a, b) => Compare(LotOf(a), LotOf(b), a.Number - b.Number)) }
        );

    public string IdOf(CreditQuota quota) => lots[quota.Number - 1].Id;

    private JsonElement LotOf(CreditQuota quota) => lots[quota.Number - 1].Json;

    private int Compare(JsonElement a, JsonElement b, int listed)
    {
        IComparable[] Keys(JsonElement lot) =>
            policy switch
            {
                "lago" => [Number(lot, "priority", 0), Text(lot, "status") == "granted" ? 0 : 1, Number(lot, "created", 0)],
                "flexprice" => [Number(lot, "priority", 1_000), End(lot), -Number(lot, "amount", 0)],
                "alga-hour-block" => [End(lot), Number(lot, "seq", 0)],
                "alga-credit" => [End(lot)],
                _ =>
                [
                    Number(lot, "priority", 0),
                    lot.TryGetProperty("restricted", out _) || Text(lot, "id") == "restricted" ? 0 : 1,
                    End(lot),
                ],
            };
        return Keys(a).Zip(Keys(b), (x, y) => x.CompareTo(y)).FirstOrDefault(order => order != 0, listed);
    }

    private static decimal Number(JsonElement lot, string name, decimal missing) =>
        lot.TryGetProperty(name, out var value) ? value.GetDecimal() : missing;

    private static string Text(JsonElement lot, string name) => lot.TryGetProperty(name, out var value) ? value.GetString()! : "";

    // A lot without an end comes last.
    private static Instant End(JsonElement lot) =>
        lot.TryGetProperty("expiresAt", out var at) ? Axis.Moment(at)
        : lot.TryGetProperty("expiresAfterDays", out var days) ? Day.PlusDays(days.GetInt32()).AtMidnight().InUtc().ToInstant()
        : Instant.MaxValue;
}
