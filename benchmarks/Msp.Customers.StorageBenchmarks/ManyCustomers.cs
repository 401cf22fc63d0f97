using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Msp.Customers.StorageBenchmarks;

// Many customers are imported, counted, filtered, and read page by page to the end; each result is compared with the files.
internal static class ManyCustomers
{
    public static async Task RunAsync(Server server, int count)
    {
        using var files = new CustomerFiles(count);
        var database = await server.CreateDatabaseAsync();
        await RunAsync("PostgreSQL", b => b.UsePostgreSql(database), files, count);
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await RunAsync("SQLite", b => b.UseSqlite($"Data Source={Path.Combine(folder.FullName, "customers.db")}"), files, count);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string storage, Action<MspCustomersBuilder> useStorage, CustomerFiles files, int count)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{count:#,##0} customers in {storage}:\n"));
        await using var host = await Host.StartAsync(useStorage);
        await TimeAsync("imported", () => host.ImportAsync(files.Csv, count));
        await TimeAsync("counted", async () => Same(await QueryAsync(r => r.CountAsync()), count, "customers"));
        await TimeAsync("read to the end as rows", () => ReadAsync(new CustomerPageRequest { Size = 500 }, count));
        await TimeAsync(
            "read to the end as rows, last first, by organization",
            () =>
                ReadAsync(
                    new CustomerPageRequest
                    {
                        Size = 500,
                        Sort = CustomerSort.OrganizationName,
                        Descending = true,
                    },
                    count
                )
        );
        await TimeAsync(
            "read to the end, those in a region",
            () =>
                ReadAsync(
                    new CustomerPageRequest
                    {
                        Size = 500,
                        Filter = new CustomerFilter { Region = new StorageRegion("eu-central-1") },
                    },
                    (count + 3) / 4
                )
        );
        await TimeAsync(
            "found by a part of the name",
            () => ReadAsync(new CustomerPageRequest { Filter = new CustomerFilter { Text = $"ization {count}" } }, 1)
        );
        await TimeAsync("read to the end whole", () => ReadWholeAsync(count));

        async Task ReadAsync(CustomerPageRequest request, int expected)
        {
            var ids = new HashSet<CustomerId>();
            string? token = null;
            do
            {
                var page = await QueryAsync(r => r.RowsAsync(request with { Token = token }));
                Same(page.Items.Count(row => ids.Add(row.Id)), page.Items.Count, "rows of a page that were on no other");
                token = page.NextToken;
            } while (token is not null);
            Same(ids.Count, expected, "rows");
        }

        async Task ReadWholeAsync(int expected)
        {
            var (ids, token) = (new HashSet<CustomerId>(), (string?)null);
            do
            {
                var page = await QueryAsync(r => r.PageAsync(new CustomerPageRequest { Size = 500, Token = token }));
                Same(
                    page.Items.Count(c => c.Quotas.Count == 1 && c.Contacts.Count == 1 && ids.Add(c.Id)),
                    page.Items.Count,
                    "customers with a quota and a contact"
                );
                token = page.NextToken;
            } while (token is not null);
            Same(ids.Count, expected, "customers");
        }

        Task<T> QueryAsync<T>(Func<IReadRepositoryBase<Customer>, Task<T>> query) =>
            host.InScopeAsync(s => query(s.GetRequiredService<IReadRepositoryBase<Customer>>()));
    }

    private static void Same(int found, int expected, string what) =>
        Demand.That(found == expected, $"{found} {what} were found instead of {expected}.");

    private static async Task TimeAsync(string what, Func<Task> work)
    {
        var time = await Comparison.TimeAsync(work);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- {what} in {time / 1000:#,##0.00} s"));
    }
}
