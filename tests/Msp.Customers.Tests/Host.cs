using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Plans;
using Msp.Customers.Storage;
using NodaTime.Testing;

namespace Msp.Customers.Tests;

// A host with storage in memory and a clock that stands on Valid.Today.
internal sealed class Host : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;

    public Host(Action<MspCustomersOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        add?.Invoke(collection);
        // On a busy machine a source may begin late.
        collection.AddMspCustomers(o => o.Details.SourceTimeout = TimeSpan.FromMinutes(1)).UseInMemoryStorage();
        if (configure is not null)
        {
            collection.Configure(configure);
        }

        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        scope = services.CreateScope();
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1, 12, 0, 0);

    public CheckedCustomers Customers => Get<CheckedCustomers>();

    public CheckedPlans Plans => Get<CheckedPlans>();

    public CustomerTerms Terms => Get<CustomerTerms>();

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public IServiceScope Scope() => services.CreateScope();

    public Task<Customer> AddAsync(CustomerDraft draft) => Customers.AddAsync(Customer.Register(draft, Terms, Valid.Today));

    public Task<ServicePlan> AddPlanAsync(Action<PlanDraft>? change = null)
    {
        var draft = Valid.PlanDraft();
        change?.Invoke(draft);
        return Plans.AddAsync(ServicePlan.Create(draft));
    }

    public void Dispose()
    {
        scope.Dispose();
        services.Dispose();
    }
}
