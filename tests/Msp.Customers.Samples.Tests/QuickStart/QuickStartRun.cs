using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Msp.Customers.EntityFrameworkCore.Storage;
using QuickStart;
using Spectre.Console;

namespace Msp.Customers.Samples.Tests.QuickStart;

// The sample run in a folder of its own, which is deleted with it.
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

    // The three files, with the rows that a test is about.
    public string FolderWith(string? customers = null, string? tenants = null, string? plans = null)
    {
        var folder = Folder();
        File.WriteAllText(Path.Combine(folder, "customers.json"), $$"""{ "customers": [{{customers}}] }""");
        File.WriteAllText(Path.Combine(folder, "tenants.json"), $$"""{ "tenants": [{{tenants}}] }""");
        File.WriteAllText(Path.Combine(folder, "service-plans.json"), $$"""{ "servicePlans": [{{plans}}] }""");
        return folder;
    }

    public Task<Screen> RunAsync(params string[] args) => RunAsync(null, args);

    public async Task<Screen> RunAsync(IClock? clock, params string[] args)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 240;
        var exitCode = await QuickStartHost.RunAsync([.. args, "--database", Database], console, clock);
        return new Screen(exitCode, text.ToString());
    }

    public async Task<List<Customer>> StoredAsync()
    {
        var options = new DbContextOptionsBuilder().UseSqlite($"Data Source={Database};Pooling=False").Options;
        await using var context = new MspCustomersContext(options);
        return await context.Customers.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }
}
