using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks.Peers;

// A database of imported customers, with each competitor. All connections are pooled, and all use the tables, indexes and settings
// that the library created.
internal sealed class PeerDatabase(Host host, DbDataSource source, IdList idList, Action<DbContextOptionsBuilder> useProvider)
{
    public DbDataSource Source => source;

    public AdoNet AdoNet { get; } = new(source, idList);

    public DapperCustomers Dapper { get; } = new(source, idList);

    public PlainEntityFramework EntityFramework { get; } = new(useProvider);

    public LibraryCustomers Library { get; } = new(host);

    // Runs on PostgreSQL, then on SQLite.
    public static async Task RunAsync(Server server, int count, Func<PeerDatabase, Task> compare)
    {
        using var files = new CustomerFiles(count);
        var connection = await server.CreateDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            await RunAsync(
                "PostgreSQL",
                b => b.UsePostgreSql(connection),
                host => new PeerDatabase(host, source, IdList.PostgreSql, db => db.UseNpgsql(connection))
            );
        }

        // The file must not exist yet, because the first process to open it sets its journal mode.
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            connection = $"Data Source={Path.Combine(folder.FullName, "customers.db")}";
            await using var source = SqliteFactory.Instance.CreateDataSource(connection);
            await RunAsync(
                "SQLite",
                b => b.UseSqlite(connection),
                host => new PeerDatabase(host, source, IdList.Sqlite, db => db.UseSqlite(connection))
            );
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        async Task RunAsync(string storage, Action<MspCustomersBuilder> useStorage, Func<Host, PeerDatabase> on)
        {
            await using var host = await Host.StartAsync(useStorage);
            await host.ImportAsync(files.Csv, count);
            var database = on(host);
            await database.PrepareAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nAmong {count:#,##0} customers in {storage}:\n"));
            await compare(database);
        }
    }

    // PostgreSQL would run this itself a minute later, during a measurement.
    private async Task PrepareAsync()
    {
        if (Source is NpgsqlDataSource server)
        {
            await Growth.MultiplyAsync(server, 1);
        }
    }
}
