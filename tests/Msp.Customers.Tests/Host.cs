using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;
using NodaTime.Testing;

namespace Msp.Customers.Tests;

// A host with in-memory storage and a clock that is set to Valid.Today.
internal sealed class Host : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IServiceScope scope;

    public Host(
        Action<MspCustomersOptions>? configure = null,
        Action<IServiceCollection>? add = null,
        Action<UsageOptions>? usage = null,
        Action<DetailsOptions>? details = null
    )
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        add?.Invoke(collection);
        collection
            .AddMspCustomers(configure)
            .UseInMemoryStorage()
            .AddUsage(usage)
            .AddCustomerDetails(options =>
            {
                // On a busy machine a provider can start late.
                options.SourceTimeout = TimeSpan.FromMinutes(1);
                details?.Invoke(options);
            });

        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        scope = services.CreateScope();
    }

    public FakeClock Clock { get; } = FakeClock.FromUtc(2026, 3, 1, 12, 0, 0);

    public CustomerRepository Customers => Get<CustomerRepository>();

    public PlanRepository Plans => Get<PlanRepository>();

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
