using System.Text.Json;
using Msp.Customers.Usage;
using NodaTime.Text;

namespace Msp.Customers.Tests.Usage.CreditCases;

// Converts grants and usage at instants to quotas and days, and calculates the balance at an instant.
// A grant ends before the instant of its end. Before is the balance before the last reset, or null without a reset.
internal static class Grants
{
    public static (Balance Balance, Balance? Before, Func<CreditQuota, string> IdOf) At(CreditCase @case, Instant at)
    {
        var resets = @case.Given.TryGetProperty("resets", out var listed) ? listed.EnumerateArray().Select(Axis.Read).ToList() : [];
        var grants = @case.Given.GetProperty("grants").EnumerateArray().SelectMany(Recurring).SelectMany(g => Reset(g, resets)).ToList();
        var usage = @case.Given.TryGetProperty("usage", out var given)
            ? given
                .EnumerateArray()
                .Select(u => (At: Axis.Read(u.GetProperty("at")), Amount: u.GetProperty("amount").GetDecimal()))
                .ToList()
            : [];
        var axis = new Axis([
            at,
            .. grants.SelectMany(g => new[] { g.Start, g.End, g.Void }).OfType<Instant>(),
            .. resets,
            .. usage.Select(u => u.At),
        ]);
        var quotas = AnyUsage.Of([
            .. grants.Select(g => new QuotaDraft
            {
                Credits = g.Amount,
                Priority = g.Priority,
                EffectiveDate = axis[g.Start],
                EndDate = g.End is { } end ? axis[end].PlusDays(-1) : null,
                VoidedFrom = g.Void is { } from ? axis[from] : null,
            }),
        ]);

        // Usage at the requested instant is not included.
        DailyUsage[] used = [.. usage.Where(u => u.At < at).Select(u => new DailyUsage(axis[u.At], Credits.Of(u.Amount)))];
        var policy = new ConsumptionPolicy
        {
            BackdatedCoverage = @case.Given.TryGetProperty("preserveOverage", out _)
                ? BackdatedCoverage.OnEffectiveDate
                : BackdatedCoverage.Never,
        };
        var before = resets.Exists(r => r <= at) ? Balance.On(axis[resets.Last(r => r <= at)].PlusDays(-1), quotas, used, policy) : null;
        return (Balance.On(axis[at], quotas, used, policy), before, q => grants[q.Number - 1].Id);
    }

    // A reset does not change a grant that may keep all its credits, and ends a grant that keeps none.
    // A grant that keeps a fixed amount is replaced by a grant of that amount.
    private static IEnumerable<Grant> Reset(Grant grant, List<Instant> resets)
    {
        foreach (var reset in resets.Where(r => r > grant.Start && !(grant.End <= r) && grant.Keeps.Most < grant.Amount))
        {
            yield return grant with
            {
                End = reset,
            };
            grant =
                grant.Keeps.Least == grant.Keeps.Most
                    ? grant with
                    {
                        Start = reset,
                        Amount = grant.Keeps.Most,
                    }
                    : throw new ArgumentException("The reset keeps a part.", nameof(grant));
        }

        if (grant.Amount > 0)
        {
            yield return grant;
        }
    }

    // A recurring grant has its amount again at each occurrence, so it becomes several consecutive grants.
    private static IEnumerable<Grant> Recurring(JsonElement json)
    {
        var grant = new Grant(
            json.GetProperty("id").GetString()!,
            json.GetProperty("amount").GetDecimal(),
            json.TryGetProperty("priority", out var priority) ? priority.GetInt32() : 0,
            Moment(json, "effectiveAt") ?? Instant.FromUtc(2000, 1, 1, 0, 0),
            Moment(json, "expiresAt"),
            Moment(json, "voidedAt") ?? Moment(json, "deletedAt"),
            (Number(json, "rolloverMin"), Number(json, "rolloverMax"))
        );
        if (!json.TryGetProperty("recurrence", out var recurrence))
        {
            return [grant];
        }

        var step = PeriodPattern.NormalizingIso.Parse(recurrence.GetProperty("interval").GetString()!).Value.ToDuration();
        return Enumerable
            .Range(0, (int)((grant.End!.Value - grant.Start) / step))
            .Select(n => grant with { Start = grant.Start + (step * n), End = grant.Start + (step * (n + 1)) });
    }

    private static decimal Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDecimal() : 0;

    private static Instant? Moment(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Axis.Read(value) : null;

    private sealed record Grant(
        string Id,
        decimal Amount,
        int Priority,
        Instant Start,
        Instant? End,
        Instant? Void,
        (decimal Least, decimal Most) Keeps
    );
}
