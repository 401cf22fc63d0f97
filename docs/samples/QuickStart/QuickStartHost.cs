using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.AspNetCore;
using NodaTime;
using Spectre.Console;

namespace QuickStart;

/// <summary>
/// The complete sample: imports customers and their usage from files into a database, and shows the Customers page, the details and
/// credits of a customer, an edit and contacts.
/// </summary>
public static class QuickStartHost
{
    /// <summary>Runs the sample.</summary>
    /// <param name="args">
    /// A folder with the files, the sample's own by default; and <c>--database FILE</c>, <c>customers.db</c> by default.
    /// </param>
    /// <param name="console">The console for the output.</param>
    /// <param name="clock">The clock that determines today; the system clock by default.</param>
    /// <returns>
    /// 0 when the sample ran to its end, also when rows were refused; 2 when the arguments are not valid, the files
    /// cannot be read or the database cannot be used.
    /// </returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, IClock? clock = null)
    {
        var screens = new Screens(console);
        if (args is ["--help" or "-h"])
        {
            screens.Print(Arguments.Usage);
            return 0;
        }

        if (Arguments.Read(args) is not { } arguments)
        {
            return screens.PrintError(Arguments.Usage);
        }

        try
        {
            var files = VendorFiles.Read(arguments.Folder);
            await using var services = Services(arguments.Database, screens, clock);
            await using var scope = services.CreateAsyncScope();
            await services.MigrateMspCustomersAsync();
            screens.Outcome(await scope.ServiceProvider.GetRequiredService<Registration>().RunAsync(files));
            screens.Outcome(files.Usage is { } usage ? await scope.ServiceProvider.GetRequiredService<UsageFeed>().PostAsync(usage) : null);
            await scope.ServiceProvider.GetRequiredService<Tour>().RunAsync();
            return 0;
        }
        catch (InvalidDataException e)
        {
            return screens.PrintError(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return screens.PrintError($"The files of {arguments.Folder} cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is DbException or DbUpdateException or ConcurrencyException)
        {
            return screens.PrintError($"The database {arguments.Database} cannot be used: {e.GetBaseException().Message}");
        }
    }

    private static ServiceProvider Services(string database, Screens screens, IClock? clock)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        var connection = new SqliteConnectionStringBuilder { DataSource = database };
        services.AddMspCustomers().UseSqlite(connection.ConnectionString).AddImportExport().AddUsage().AddCustomerDetails();

        // Sources of the host. The other parts of the Customer Details page have no source here, and are shown as not connected.
        services.AddScoped<ISectionProvider<CloudStatus>, DemoCloudStatus>();
        services.AddScoped<ISectionProvider<ConsoleLink>, DemoConsole>();

        services.AddSingleton(screens);
        services.AddScoped<Registration>();
        services.AddScoped<UsageFeed>();
        services.AddScoped<CreditsTour>();
        services.AddScoped<Tour>();
        return services.BuildServiceProvider(validateScopes: true);
    }
}
