using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.EntityFrameworkCore;
using Msp.Customers.ImportExport;

namespace Msp.Customers.StorageBenchmarks;

// An application with its own database, like a host of the library.
internal sealed class Host : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Host(ServiceProvider services) => this.services = services;

    public static async Task<Host> StartAsync(Action<MspCustomersBuilder> useStorage)
    {
        var services = new ServiceCollection();
        var builder = services.AddMspCustomers().AddImportExport().AddUsage().AddCustomerDetails();
        useStorage(builder);
        var host = new Host(services.BuildServiceProvider(validateScopes: true));
        await host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<MspCustomersContext>().Database.MigrateAsync();
            var plans = s.GetRequiredService<IRepositoryBase<ServicePlan>>();
            await plans.AddAsync(
                ServicePlan.Create(
                    new PlanDraft
                    {
                        Id = CustomerFiles.Plan,
                        Name = "Standard",
                        Edition = Edition.Elite,
                    }
                )
            );
        });
        return host;
    }

    // Each call has a scope of its own, like a request of a web host.
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) =>
        InScopeAsync(async s =>
        {
            await work(s);
            return 0;
        });

    public async Task ImportAsync(CsvFiles files, int expected, IProgress<ImportProgress>? progress = null)
    {
        var report = await InScopeAsync(s => s.GetRequiredService<CustomerImport>().RunAsync(files, progress: progress));
        Demand.That(
            report.Added == expected && report.ViolationCount == 0,
            $"{report.Added} of {expected} customers were imported, "
                + $"with {report.ViolationCount} violations: {string.Join("; ", report.Violations.Take(3))}."
        );
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
