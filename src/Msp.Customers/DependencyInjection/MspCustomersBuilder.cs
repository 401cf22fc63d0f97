using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the storage. Exactly one choice is made; the last one wins.</summary>
public sealed class MspCustomersBuilder
{
    internal MspCustomersBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Keeps everything in memory, for tests and first steps; it is gone when the host ends.</summary>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseInMemoryStorage()
    {
        Services.TryAddSingleton(services => new InMemoryStorage(services.GetRequiredService<IOptions<MspCustomersOptions>>().Value.Rules));
        Services.TryAddScoped(services => services.GetRequiredService<InMemoryStorage>().Of(services.GetRequiredService<MspId>()));
        Services.TryAddScoped(services =>
            services.GetRequiredService<InMemoryStorage.Stores>().CustomersBy(services.GetRequiredService<ChangeContext>())
        );
        Services.TryAddScoped(services =>
            services.GetRequiredService<InMemoryStorage.Stores>().PlansBy(services.GetRequiredService<ChangeContext>())
        );
        return UseStorage(
                services => services.GetRequiredService<InMemoryCustomerStore>(),
                services => services.GetRequiredService<InMemoryPlanStore>()
            )
            .UseWithStorage(services => services.GetRequiredService<InMemoryStorage.Stores>())
            .UseChangeLog(services => services.GetRequiredService<InMemoryStorage.Stores>().Log);
    }

    /// <summary>Says whose customers a scope serves, where a host serves several MSPs; all scopes serve <see cref="MspId.Default"/> otherwise.</summary>
    /// <param name="msp">Names the MSP of a scope, such as that of the user who is signed in. Never take it from what is sent along with a request unchecked.</param>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseMsp(Func<IServiceProvider, MspId> msp)
    {
        ArgumentNullException.ThrowIfNull(msp);
        Services.Replace(ServiceDescriptor.Scoped(msp));
        return this;
    }

    /// <summary>Plugs in the host's own repositories: classes derived from <see cref="CustomerStore"/> and <see cref="PlanStore"/>, or complete ones. They live as long as a scope.</summary>
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

    /// <summary>Plugs in the log of changes that the host's storage keeps, made once for each scope; chosen after that of customers and plans. Without one, nothing is listed or delivered.</summary>
    /// <param name="log">Makes the log.</param>
    /// <returns>This builder.</returns>
    public MspCustomersBuilder UseChangeLog(Func<IServiceProvider, IChangeLog> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return UseWithStorage(log);
    }

    /// <summary>Plugs in storage that is made by functions, once for each scope.</summary>
    /// <param name="customers">Makes the repository of customers.</param>
    /// <param name="plans">Makes the repository of service plans.</param>
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
        foreach (var service in Services.Where(d => IsOfStorage(d.ServiceType)).ToList())
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

    private static bool IsOfStorage(Type service) =>
        service.IsGenericType && service.GetGenericTypeDefinition() == typeof(StorageService<>);
}
