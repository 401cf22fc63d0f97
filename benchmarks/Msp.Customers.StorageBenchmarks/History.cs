using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.StorageBenchmarks;

// Compares the operations on usage of a customer with many entries with those of a customer with 1,000 entries on the same days.
internal static class History
{
    private const int Few = 1_000;
    private const int Days = 330;
    private static readonly CustomerId Light = new("light");
    private static readonly CustomerId Heavy = new("heavy");

    public static async Task RunAsync(Server server, int many, int rounds)
    {
        var database = await server.CreateDatabaseAsync();
        await RunAsync(
            "PostgreSQL",
            b => b.UsePostgreSql(database),
            many,
            rounds,
            "DATE '2026-01-01' + n % {0}",
            "generate_series(1, {0}) n"
        );
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await RunAsync(
                "SQLite",
                b => b.UseSqlite($"Data Source={Path.Combine(folder.FullName, "customers.db")}"),
                many,
                rounds,
                "date('2026-01-01', (n % {0}) || ' days')",
                "(WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {0}) SELECT n FROM s)"
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(
        string storage,
        Action<MspCustomersBuilder> useStorage,
        int many,
        int rounds,
        string day,
        string numbers
    )
    {
        await using var host = await Host.StartAsync(useStorage);
        await host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<IRepositoryBase<Customer>>().AddRangeAsync([New(Light), New(Heavy)]);
            var context = s.GetRequiredService<MspCustomersContext>();
            context.Database.SetCommandTimeout(1800);
            await FillAsync(context, Light, Few, day, numbers);
            await FillAsync(context, Heavy, many, day, numbers);
            await context.RebuildMspCustomersDailyUsageAsync();
            await context.Database.ExecuteSqlAsync($"ANALYZE");
        });
        Console.WriteLine($"\n{storage}:\n");
        var comparison = Comparison.BySize(
            string.Create(CultureInfo.InvariantCulture, $"{Few:#,##0} entries"),
            string.Create(CultureInfo.InvariantCulture, $"{many:#,##0} entries")
        );
        var number = 0;
        await CompareAsync("Post one entry", (s, id) => s.GetRequiredService<UsageLedger>().PostAsync([Draft(id)]));
        await CompareAsync("Consume", (s, id) => s.GetRequiredService<CreditReservations>().ConsumeAsync(Draft(id)));
        await CompareAsync("Balance", (s, id) => s.GetRequiredService<CustomerCredits>().BalanceAsync(id));
        await CompareAsync("Details page", (s, id) => s.GetRequiredService<CustomerDetailsReader>().ReadAsync(id));

        Task CompareAsync<T>(string name, Func<IServiceProvider, CustomerId, Task<T>> work) =>
            comparison.PrintAsync(name, rounds, () => host.InScopeAsync(s => work(s, Light)), () => host.InScopeAsync(s => work(s, Heavy)));

        UsageDraft Draft(CustomerId id) =>
            new()
            {
                Customer = id.Value,
                Key = $"posted {number++}",
                Date = new LocalDate(2026, 1, 1).PlusDays(number % Days),
                Credits = 1,
            };
    }

    private static Customer New(CustomerId id) =>
        Customer.Register(
            new CustomerDraft
            {
                Id = id.Value,
                AccountName = id.Value,
                OrganizationName = id.Value,
                TenantType = TenantType.Commercial,
                Quotas = [new() { Unlimited = true, EffectiveDate = new LocalDate(2026, 1, 1) }],
            },
            CustomerTerms.Default,
            new LocalDate(2026, 1, 1)
        );

    private static Task<int> FillAsync(MspCustomersContext context, CustomerId id, int count, string day, string numbers)
    {
        var (date, rows) = (
            string.Format(CultureInfo.InvariantCulture, day, Days),
            string.Format(CultureInfo.InvariantCulture, numbers, count)
        );
        var sql = $"""
            INSERT INTO "UsageEntries" ("Msp", "CustomerId", "Key", "Kind", "Date", "CreditMicros", "RequestedMicros", "RecordedAt")
            SELECT 'msp', '{id}', 'k' || n, 'Usage', {date}, 1000000, 1000000, '2026-01-01 00:00:00' FROM {rows}
            """;
        return context.Database.ExecuteSqlRawAsync(sql);
    }
}
