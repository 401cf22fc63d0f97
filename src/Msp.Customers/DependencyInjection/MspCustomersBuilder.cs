using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures the storage of the library. When several storages are configured, the last one applies.</summary>
public sealed class MspCustomersBuilder
{
    internal MspCustomersBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Stores everything in memory, for tests and first steps. The data is lost when the host stops.</summary>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseInMemoryStorage()
    {
        Services.TryAddSingleton(services => new InMemoryStorage(services.GetRequiredService<IOptions<MspCustomersOptions>>().Value.Rules));
        Services.TryAddScoped(services => services.GetRequiredService<InMemoryStorage>().Of(services.GetRequiredService<MspId>()));
        Services.TryAddScoped(services =>
            services.GetRequiredService<InMemoryStorage.Stores>().NewCustomerStore(services.GetRequiredService<ChangeContext>())
        );
        Services.TryAddScoped(services =>
            services.GetRequiredService<InMemoryStorage.Stores>().NewPlanStore(services.GetRequiredService<ChangeContext>())
        );
        return UseStorage(
                services => services.GetRequiredService<InMemoryCustomerStore>(),
                services => services.GetRequiredService<InMemoryPlanStore>()
            )
            .UseWithStorage(services => services.GetRequiredService<InMemoryStorage.Stores>())
            .UseChangeLog(services => services.GetRequiredService<InMemoryStorage.Stores>().Log);
    }

    /// <summary>
    /// Sets the function that determines the MSP of a scope, for a host that serves several MSPs. By default, all scopes serve
    /// <see cref="MspId.Default"/>.
    /// </summary>
    /// <param name="msp">
    /// The function that returns the MSP of a scope, such as that of the signed-in user. Never take it unchecked from the content of a
    /// request.
    /// </param>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseMsp(Func<IServiceProvider, MspId> msp)
    {
        ArgumentNullException.ThrowIfNull(msp);
        Services.Replace(ServiceDescriptor.Scoped(msp));
        return this;
    }

    /// <summary>
    /// Uses the host's own repositories: classes derived from <see cref="CustomerStore"/> and <see cref="PlanStore"/>, or complete
    /// repositories. They are created for each scope.
    /// </summary>
    /// <typeparam name="TCustomers">The repository of customers.</typeparam>
    /// <typeparam name="TPlans">The repository of service plans.</typeparam>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseRepositories<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCustomers,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPlans
    >()
        where TCustomers : class, IRepositoryBase<Customer>
        where TPlans : class, IRepositoryBase<ServicePlan>
    {
        Services.TryAddScoped<TCustomers>();
        Services.TryAddScoped<TPlans>();
        return UseStorage(services => services.GetRequiredService<TCustomers>(), services => services.GetRequiredService<TPlans>());
    }

    /// <summary>
    /// Uses the change log of the host's storage, created for each scope. Call this method after the method that sets the storage of
    /// customers and plans.
    /// </summary>
    /// <param name="log">The function that creates the change log.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Without a change log, changes are neither listed nor delivered.</remarks>
    public MspCustomersBuilder UseChangeLog(Func<IServiceProvider, IChangeLog> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return UseWithStorage(log);
    }

    /// <summary>Uses repositories that functions create for each scope.</summary>
    /// <param name="customers">The function that creates the repository of customers.</param>
    /// <param name="plans">The function that creates the repository of service plans.</param>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseStorage(
        Func<IServiceProvider, IRepositoryBase<Customer>> customers,
        Func<IServiceProvider, IRepositoryBase<ServicePlan>> plans
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(plans);
        Services.Replace(ServiceDescriptor.Scoped(services => new HostStore<Customer>(customers(services))));
        Services.Replace(ServiceDescriptor.Scoped(services => new HostStore<ServicePlan>(plans(services))));
        foreach (var service in Services.Where(d => IsStorageService(d.ServiceType)).ToList())
        {
            Services.Remove(service);
        }

        return this;
    }

    internal MspCustomersBuilder UseWithStorage<T>(Func<IServiceProvider, T> make)
        where T : class
    {
        Services.Replace(ServiceDescriptor.Singleton(new StorageService<T>(make)));
        return this;
    }

    private static bool IsStorageService(Type service) =>
        service.IsGenericType && service.GetGenericTypeDefinition() == typeof(StorageService<>);
}
