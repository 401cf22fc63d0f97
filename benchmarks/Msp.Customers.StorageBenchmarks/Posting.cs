using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Usage;
using NodaTime;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// Compares posting usage of many customers in batches of 1,000 with one statement that inserts missing rows.
internal static class Posting
{
    private const int BatchSize = 1_000;
    private const string Insert = """
        INSERT INTO "UsageEntries" ("Msp", "CustomerId", "Key", "Kind", "Date", "CreditMicros", "RequestedMicros", "RecordedAt")
        SELECT 'msp', c, k, 'Usage', d, m, m, now() FROM unnest($1, $2, $3, $4) AS u (c, k, d, m) ON CONFLICT DO NOTHING
        """;

    public static async Task RunAsync(Server server, int customers, int batches)
    {
        var database = await server.CreateDatabaseAsync();
        await using var host = await Host.StartAsync(b => b.UsePostgreSql(database));
        using (var files = new CustomerFiles(customers))
        {
            await host.ImportAsync(files.Csv, customers);
        }

        await using var source = NpgsqlDataSource.Create(database);
        var posted = 0;
        await Comparison
            .WithBare()
            .PrintAsync($"Posting {BatchSize.ToString("#,##0", CultureInfo.InvariantCulture)} entries", batches, BareAsync, LibraryAsync);

        async Task BareAsync()
        {
            var drafts = Drafts("bare");
            await using var command = source.CreateCommand(Insert);
            command.Parameters.Add(new() { Value = drafts.Select(d => d.Customer!).ToArray() });
            command.Parameters.Add(new() { Value = drafts.Select(d => d.Key!).ToArray() });
            command.Parameters.Add(new() { Value = drafts.Select(d => d.Date!.Value.ToDateOnly()).ToArray() });
            command.Parameters.Add(new() { Value = drafts.Select(d => (long)(d.Credits!.Value * 1_000_000)).ToArray() });
            Demand.That(await command.ExecuteNonQueryAsync() == BatchSize, "Not all entries were inserted.");
        }

        async Task LibraryAsync()
        {
            var receipts = await host.InScopeAsync(s => s.GetRequiredService<UsageLedger>().PostAsync(Drafts("posted")));
            Demand.That(receipts.Count == BatchSize && !receipts[0].IsReplay, "Not all entries were posted.");
        }

        UsageDraft[] Drafts(string key) =>
            [
                .. Enumerable
                    .Range(posted += BatchSize, BatchSize)
                    .Select(n => new UsageDraft
                    {
                        Customer = CustomerFiles.Id((int)((uint)n * 2654435761u % customers) + 1),
                        Key = $"{key} {n}",
                        Date = new LocalDate(2026, 1, 1).PlusDays(n % 300),
                        Credits = n % 100,
                    }),
            ];
    }
}
