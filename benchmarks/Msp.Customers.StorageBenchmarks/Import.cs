using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// Compares the import of a file, with all rules, policies and log entries, with COPY of the resulting rows: as the first work of a
// process, and after the runtime has compiled hot methods with full optimization.
internal static class Import
{
    public static async Task RunAsync(Server server, int count)
    {
        using var files = new CustomerFiles(count);
        var comparison = Comparison.WithBare();
        var peak = await CompareAsync("first in its process");
        await CompareAsync("once more");
        Console.WriteLine($"\nMost memory of the process by the end of the first import: {peak / (1024 * 1024)} MB");

        async Task<long> CompareAsync(string when)
        {
            var (imported, copied) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
            await using var host = await Host.StartAsync(b => b.UsePostgreSql(imported));
            await using (await Host.StartAsync(b => b.UsePostgreSql(copied))) { }

            var library = await Comparison.TimeAsync(() => host.ImportAsync(files.Csv, count));
            using var process = Process.GetCurrentProcess();
            var peak = process.PeakWorkingSet64;

            await using var from = NpgsqlDataSource.Create(imported);
            await using var to = NpgsqlDataSource.Create(copied);
            var rows = await BareRows.ReadAsync(from);
            var bare = await Comparison.TimeAsync(() => rows.WriteAsync(to));
            comparison.Print($"Import of {count.ToString("#,##0", CultureInfo.InvariantCulture)} customers, {when}", bare, library);
            return peak;
        }
    }
}
