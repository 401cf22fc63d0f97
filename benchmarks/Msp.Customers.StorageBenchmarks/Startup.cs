using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Msp.Customers.StorageBenchmarks.Peers;
using GenericHost = Microsoft.Extensions.Hosting.Host;

namespace Msp.Customers.StorageBenchmarks;

// Measures the lifetime of processes that start a host, do one thing and stop, with and without the library.
internal static class Startup
{
    public const string Child = "startup-of";

    public static async Task RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var connection = $"Data Source={Path.Combine(folder.FullName, "customers.db")}";
            await using (var host = await Host.StartAsync(b => b.UseSqlite(connection)))
            using (var files = new CustomerFiles(50))
            {
                await host.ImportAsync(files.Csv, 50);
            }

            SqliteConnection.ClearAllPools();
            var comparison = Comparison.WithBare();
            await comparison.PrintAsync(
                "A host is started and stopped",
                rounds,
                () => RunProcessAsync("host", connection),
                () => RunProcessAsync("host-with-library", connection)
            );
            await comparison.PrintAsync(
                "It reads a first page of customers from SQLite, without the library with Entity Framework Core",
                rounds,
                () => RunProcessAsync("rows", connection),
                () => RunProcessAsync("rows-with-library", connection)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task RunAsChildAsync(string what, string connection)
    {
        var builder = GenericHost.CreateApplicationBuilder();
        if (what.EndsWith("library", StringComparison.Ordinal))
        {
            AddLibrary(builder, connection);
        }

        using var host = builder.Build();
        await host.StartAsync();
        await (
            what switch
            {
                "rows" => ReadAsync(connection),
                "rows-with-library" => ReadWithLibraryAsync(host.Services),
                _ => Task.CompletedTask,
            }
        );
        await host.StopAsync();
    }

    // Separate methods, so that a process loads only the assemblies that it uses.
    private static void AddLibrary(HostApplicationBuilder builder, string connection) =>
        builder.Services.AddMspCustomers().UseSqlite(connection);

    private static async Task ReadAsync(string connection) =>
        Demand.That(
            (await new PlainEntityFramework(db => db.UseSqlite(connection)).RowsAsync()).Count == 50,
            "The first page was not read."
        );

    private static async Task ReadWithLibraryAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<IReadRepositoryBase<Customer>>().RowsAsync(new CustomerPageRequest());
        Demand.That(page.Items.Count == 50, "The first page was not read.");
    }

    private static async Task RunProcessAsync(string what, string connection)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory,
            typeof(Startup).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : "")
        );
        using var process = Process.Start(new ProcessStartInfo(program, [Child, what, connection]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Demand.That(process.ExitCode == 0, $"A host ended with {process.ExitCode}: {output}");
    }
}
