using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.Usage;
using QuickStart;
using Spectre.Console;

namespace Msp.Customers.Samples.Tests.QuickStart;

// Runs the sample in a folder of its own, which Dispose deletes.
internal sealed class QuickStartRun : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("quickstart-").FullName;

    public string Database => Path.Combine(root, "customers.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    public string Folder(string name = "input") => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    // Creates the files with the rows of a test. Without usage, there is no usage.json.
    public string FolderWith(string? customers = null, string? tenants = null, string? plans = null, string? usage = null)
    {
        var folder = Folder();
        File.WriteAllText(Path.Combine(folder, "customers.json"), $$"""{ "customers": [{{customers}}] }""");
        File.WriteAllText(Path.Combine(folder, "tenants.json"), $$"""{ "tenants": [{{tenants}}] }""");
        File.WriteAllText(Path.Combine(folder, "service-plans.json"), $$"""{ "servicePlans": [{{plans}}] }""");
        if (usage is not null)
        {
            File.WriteAllText(Path.Combine(folder, "usage.json"), $$"""{ "usage": [{{usage}}] }""");
        }

        return folder;
    }

    public Task<Screen> RunAsync(params string[] args) => RunAsync(null, args);

    public async Task<Screen> RunAsync(IClock? clock, params string[] args)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = 240;
        var exitCode = await QuickStartHost.RunAsync([.. args, "--database", Database], console, clock);
        return new Screen(exitCode, text.ToString());
    }

    public async Task<List<Customer>> StoredAsync()
    {
        await using var context = Context();
        return await context.Customers.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }

    // The stored usage of a customer, by day.
    public async Task<IReadOnlyList<DailyUsage>> UsedAsync(string customer)
    {
        await using var context = Context();
        return (await new DbContextUsageStore<MspCustomersContext>(context).ReadAsync(new CustomerId(customer))).Days;
    }

    private MspCustomersContext Context() =>
        new(new DbContextOptionsBuilder().UseMspCustomersSqlite($"Data Source={Database};Pooling=False").Options);
}
