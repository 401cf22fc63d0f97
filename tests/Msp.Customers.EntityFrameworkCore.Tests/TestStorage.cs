using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// A host with a database of its own, which Dispose deletes.
internal sealed class TestStorage : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly ServiceProvider services;

    public TestStorage(Action<MspCustomersOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddMspCustomers(configure).UseEntityFrameworkCore(database.Use).AddUsage().AddCustomerDetails();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1);

    public string Connection => database.Connection;

    public IServiceScope Scope() => services.CreateScope();

    // A separate context on the database, as another process would have.
    public MspCustomersContext Context(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        database.Use(options);
        return new MspCustomersContext(options.AddInterceptors(interceptors).Options);
    }

    public async Task SaveAsync(params Customer[] customers)
    {
        await SavePlansOfAsync(customers);
        await using var context = Context();
        await new DbContextCustomerStore<MspCustomersContext>(context).AddRangeAsync(customers);
    }

    // The plan of a customer must be stored first.
    public async Task SavePlansOfAsync(IEnumerable<Customer> customers, MspId? msp = null)
    {
        await using var context = Context();
        var plans = new DbContextPlanStore<MspCustomersContext>(context, msp);
        foreach (var plan in customers.Select(c => c.ServicePlan).OfType<PlanId>().Distinct())
        {
            if (await plans.GetByIdAsync(plan) is null)
            {
                await plans.AddAsync(Some.PlanOf(plan));
            }
        }
    }

    public async Task<Customer?> FindAsync(string id)
    {
        await using var context = Context();
        return await new DbContextCustomerStore<MspCustomersContext>(context).GetByIdAsync(id);
    }

    public async Task EditAsync(string id, Action<Customer> edit)
    {
        await using var context = Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var customer = await customers.GetByIdAsync(id);
        edit(customer!);
        await customers.UpdateAsync(customer!);
    }

    public void Dispose()
    {
        services.Dispose();
        database.Dispose();
    }
}
