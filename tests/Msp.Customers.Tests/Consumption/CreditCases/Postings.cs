using System.Text.Json;
using Msp.Customers.Tests.Usage;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Consumption.CreditCases;

// Cases about keys, and about many who come at once.
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
            { Given: var g } => HoldsForManyAsync(
                g,
                c.Expect.TryGetProperty("allocated", out var granted) ? granted : c.Expect.GetProperty("appliedSorted")
            ),
        };

    private static async Task<bool> HoldsForKeyAsync(JsonElement first, JsonElement retry, string result)
    {
        var books = await Books.OfAsync(Quota(first.GetProperty("of").GetDecimal()));
        await books.Reservations.ReserveAsync(
            books.Draft(first.GetProperty("id").GetString()!, first.GetProperty("of").GetDecimal()),
            Duration.FromHours(1)
        );
        await books.Reservations.CommitAsync(books.Id, first.GetProperty("id").GetString()!, first.GetProperty("amount").GetDecimal());
        try
        {
            var again = await books.Reservations.CommitAsync(
                books.Id,
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
        var books = await Books.OfAsync(Quota(given.GetProperty("lots")[0].GetProperty("amount").GetDecimal()));
        await books.PostAsync(books.Draft("applied", given.GetProperty("applied").GetDecimal()));
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => books.Ledger.ReverseAsync(books.Id, "applied"))));
        return (await books.BalanceAsync()).Totals.Remaining == remaining;
    }

    // Where a cap is given, it is less than the lots, and is what is shared.
    private static async Task<bool> HoldsForManyAsync(JsonElement given, JsonElement expected)
    {
        var shared = given.TryGetProperty("cap", out var cap)
            ? cap.GetDecimal()
            : given.GetProperty("lots").EnumerateArray().Sum(l => l.GetProperty("amount").GetDecimal());
        var books = await Books.OfAsync(new UsageOptions { Overage = OveragePolicy.AllowPartial }, null, Quota(shared));
        var granted = await Task.WhenAll(
            given
                .GetProperty("parallelNeeds")
                .EnumerateArray()
                .Index()
                .Select(need => Task.Run(() => books.Reservations.ConsumeAsync(books.Draft($"k{need.Index}", need.Item.GetDecimal()))))
        );
        return granted.Select(g => g.Granted.Amount).Order().SequenceEqual(expected.EnumerateArray().Select(e => e.GetDecimal()).Order());
    }

    private static QuotaDraft Quota(decimal credits) => new() { Credits = credits, EffectiveDate = Valid.Today };
}
