using Msp.Customers.Usage;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class UsageIndexTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 12, 0);
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task The_usage_of_a_customer_is_read_by_an_index()
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        var store = new DbContextUsageStore<MspCustomersContext>(context);
        await store.ReadAsync(new CustomerId("c-1"));
        await store.ListAsync(new CustomerId("c-1"), new EffectivePeriod(Valid.Today, Valid.Today)).ToListAsync();
        await store.FindAsync([new UsageKey(new CustomerId("c-1"), "k")]);

        foreach (var statement in log.Commands)
        {
            (await storage.PlanAsync(statement)).Should().Contain(s => s.StartsWith("SEARCH")).And.NotContain(s => s.StartsWith("SCAN u"));
        }
    }

    [Fact]
    public async Task A_decision_reads_the_sums_by_day_and_the_reservations_and_no_other_entries()
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        await new DbContextUsageStore<MspCustomersContext>(context).ReadAsync(new CustomerId("c-1"));

        log.Commands.Should().HaveCount(3);
        (await PlanAsync("\"DailyUsage\"")).Should().ContainSingle().Which.Should().Contain("sqlite_autoindex_DailyUsage_1");
        (await PlanAsync("'Reservation'"))[0].Should().Contain("IX_UsageEntries_Msp_CustomerId_Kind");
        (await PlanAsync("MAX(")).Should().ContainSingle().Which.Should().Contain("IX_UsageEntries_Msp_CustomerId_Sequence");

        async Task<IReadOnlyList<string>> PlanAsync(string text) =>
            [.. await storage.PlanAsync(log.Commands.Single(c => c.Text.Contains(text, StringComparison.Ordinal)))];
    }
}
