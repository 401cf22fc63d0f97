using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers;
using Msp.Customers.Contacts;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Details;
using Msp.Customers.EntityFrameworkCore.DependencyInjection;
using Msp.Customers.EntityFrameworkCore.Storage;
using Msp.Customers.Queries;
using Spectre.Console;

namespace QuickStart;

/// <summary>The main job from end to end: customers from files into a database, the Customers page, one customer's details, an edit, contacts.</summary>
public static class QuickStartHost
{
    private const string Usage = "Usage: QuickStart [folder with customers.json, tenants.json and service-plans.json] [--database FILE]";

    /// <summary>Runs the job.</summary>
    /// <param name="args">A folder with the three files, the sample's own by default; and <c>--database FILE</c>, <c>customers.db</c> by default.</param>
    /// <param name="console">Where it is shown.</param>
    /// <returns>0 when the job ran through, also when rows were refused; 2 when there was nothing to read.</returns>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console)
    {
        var database = "customers.db";
        var folder = Path.Combine(AppContext.BaseDirectory, "data");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--database" && i + 1 < args.Length)
            {
                database = args[++i];
            }
            else if (args[i].StartsWith('-'))
            {
                console.MarkupLineInterpolated($"[red]{Usage}[/]");
                return 2;
            }
            else
            {
                folder = args[i];
            }
        }

        VendorFiles files;
        try
        {
            files = VendorFiles.Read(folder);
        }
        catch (InvalidDataException e)
        {
            console.MarkupLineInterpolated($"[red]{e.Message}[/]");
            return 2;
        }

        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MspCustomersContext>().Database.EnsureCreatedAsync();

        var outcome = await scope.ServiceProvider.GetRequiredService<Registration>().RunAsync(files);
        var screens = new Screens(console);
        screens.Outcome(outcome);

        var customers = scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>();
        await ShowCustomersPageAsync(customers, screens);
        if (await customers.FirstOrDefaultAsync(new CustomersWithStatus(CustomerStatus.Active)) is { } customer)
        {
            await EditAsync(customer, customers, scope.ServiceProvider.GetRequiredService<CustomerRules>());
            screens.Edited(customer);
            screens.Details((await scope.ServiceProvider.GetRequiredService<CustomerDetailsReader>().ReadAsync(customer.Id))!);
        }

        return 0;
    }

    private static ServiceProvider Services(string database)
    {
        var services = new ServiceCollection();
        services.AddMspCustomers().UseEntityFrameworkCore(db => db.UseSqlite($"Data Source={database}"));
        services.AddScoped<Registration>();

        // What only a host knows. The other parts of the details page are left out here, and show as not connected.
        services.AddScoped<IDetailSource<CloudStatus>, DemoCloudStatus>();
        services.AddScoped<IDetailSource<ConsoleLink>, DemoConsole>();
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static async Task ShowCustomersPageAsync(IRepositoryBase<Customer> customers, Screens screens)
    {
        var request = new CustomerPageRequest { Size = 10 };
        for (var number = 1; ; number++)
        {
            var page = await customers.PageAsync(request);
            screens.CustomersPage(page.Items, number);
            if (page.NextToken is null)
            {
                return;
            }

            request = request with { Token = page.NextToken };
        }
    }

    // The Edit Customer page, the New Contact dialog and the Edit Contact dialog, one after the other.
    private static async Task EditAsync(Customer customer, IRepositoryBase<Customer> customers, CustomerRules rules)
    {
        var draft = customer.ToDraft();
        draft.Address = "12 Quay Street\nBristol";
        customer.Edit(draft, rules);

        const string Email = "operations@quickstart.example";
        var contact = customer.Contacts.FirstOrDefault(c => c.Email == Email)?.ToDraft();
        if (contact is null)
        {
            customer.AddContact(new ContactDraft { Name = "Operations desk", Email = Email, Roles = ContactRoles.Technical }, rules);
            contact = customer.Contacts[^1].ToDraft();
        }

        contact.PhoneNumber = "+44 117 496 0000";
        customer.ChangeContact(contact, rules);
        await customers.UpdateAsync(customer);
    }
}
