using System.Text.Json;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Usage.CreditCases;

// Cases about keys and concurrent calls.
internal static class Postings
{
    public static Task<bool> HoldAsync(CreditCase c) =>
        c switch
        {
            { Kind: "idempotency" } => HoldsForKeyAsync(
                c.Given.GetProperty("first"),
                c.Given.GetProperty("retry"),
                c.Expect.GetProperty("result").GetString()!
            ),
            { Given: var g } when g.TryGetProperty("parallelVoids", out var voids) => HoldsForReversalAsync(
                g,
                voids.GetInt32(),
                c.Expect.GetProperty("remaining").GetDecimal()
            ),
            { Given: var g } => HoldsForConcurrencyAsync(
                g,
                c.Expect.TryGetProperty("allocated", out var granted) ? granted : c.Expect.GetProperty("appliedSorted")
            ),
        };

    private static async Task<bool> HoldsForKeyAsync(JsonElement first, JsonElement retry, string result)
    {
        var host = await UsageHost.OfAsync(Quota(first.GetProperty("of").GetDecimal()));
        await host.Reservations.ReserveAsync(
            host.Draft(first.GetProperty("id").GetString()!, first.GetProperty("of").GetDecimal()),
            Duration.FromHours(1)
        );
        await host.Reservations.CommitAsync(host.Id, first.GetProperty("id").GetString()!, first.GetProperty("amount").GetDecimal());
        try
        {
            var again = await host.Reservations.CommitAsync(
                host.Id,
                retry.GetProperty("id").GetString()!,
                retry.GetProperty("amount").GetDecimal()
            );
            return again.IsReplay && result == "exists";
        }
        catch (RuleViolationException e)
        {
            return e.Violations.Single().Code == "usage.key-conflict" && result == "exists_with_different_amount";
        }
    }

    private static async Task<bool> HoldsForReversalAsync(JsonElement given, int times, decimal remaining)
    {
        var host = await UsageHost.OfAsync(Quota(given.GetProperty("lots")[0].GetProperty("amount").GetDecimal()));
        await host.PostAsync(host.Draft("applied", given.GetProperty("applied").GetDecimal()));
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => host.Ledger.ReverseAsync(host.Id, "applied"))));
        return (await host.BalanceAsync()).Totals.Remaining == remaining;
    }

    // A cap, if given, is smaller than the lots, so the calls share the cap.
    private static async Task<bool> HoldsForConcurrencyAsync(JsonElement given, JsonElement expected)
    {
        var shared = given.TryGetProperty("cap", out var cap)
            ? cap.GetDecimal()
            : given.GetProperty("lots").EnumerateArray().Sum(l => l.GetProperty("amount").GetDecimal());
        var host = await UsageHost.OfAsync(new UsageOptions { Overage = OveragePolicy.GrantAvailable }, null, Quota(shared));
        var granted = await Task.WhenAll(
            given
                .GetProperty("parallelNeeds")
                .EnumerateArray()
                .Index()
                .Select(need => Task.Run(() => host.Reservations.ConsumeAsync(host.Draft($"k{need.Index}", need.Item.GetDecimal()))))
        );
        return granted.Select(g => g.Granted.Amount).Order().SequenceEqual(expected.EnumerateArray().Select(e => e.GetDecimal()).Order());
    }

    private static QuotaDraft Quota(decimal credits) => new() { Credits = credits, EffectiveDate = Valid.Today };
}
