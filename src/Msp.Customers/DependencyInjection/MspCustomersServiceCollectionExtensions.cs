using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.ChangeLog;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add the library to the services of a host.</summary>
public static class MspCustomersServiceCollectionExtensions
{
    /// <summary>Adds the rules, the business calendar and the repositories that evaluate the rules.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">The function that sets the options; null for the defaults.</param>
    /// <returns>The builder that configures the storage.</returns>
    /// <remarks>
    /// The repositories are also registered as <c>IRepositoryBase</c> and <c>IReadRepositoryBase</c> of <see cref="Customer"/> and
    /// <see cref="ServicePlan"/>. Configure a storage on the returned builder. A clock that the host registered before is used.
    /// </remarks>
    public static MspCustomersBuilder AddMspCustomers(this IServiceCollection services, Action<MspCustomersOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<MspCustomersOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MspCustomersOptions>, MspCustomersOptionsValidator>());
#pragma warning disable RS0030 // The only use of the system clock; a clock of the host takes precedence.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton(s => new BusinessCalendar(s.GetRequiredService<IClock>(), Options(s).TimeZone));
        services.TryAddSingleton(s => Options(s).Rules.Terms);

        services.TryAddScoped(_ => MspId.Default);
        services.TryAddScoped(s => new ChangeContext(s.GetRequiredService<BusinessCalendar>()));
        services.TryAddScoped<IChangeLog>(s => s.GetService<StorageService<IChangeLog>>()?.Make(s)!);
        services.TryAddScoped(s => new ChangeDelivery(
            s.GetService<IChangeLog>()
                ?? throw new InvalidOperationException(
                    "Msp.Customers has no change log. Call UseChangeLog(...) after the call that selects the storage of customers."
                ),
            s.GetServices<IChangeSubscriber>(),
            s.GetService<ILogger<ChangeDelivery>>()
        ));
        services.TryAddScoped(s =>
            RuleSets.ForCustomers(StoreOf<Customer>(s).Repository, StoreOf<ServicePlan>(s).Repository, Options(s).Rules, s)
        );
        services.TryAddScoped(s =>
            RuleSets.ForPlans(StoreOf<Customer>(s).Repository, StoreOf<ServicePlan>(s).Repository, Options(s).Rules, s)
        );
        services.TryAddScoped(s => new CustomerRepository(
            StoreOf<Customer>(s),
            s.GetRequiredService<RuleSet<Customer>>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetService<ILogger<CustomerRepository>>()
        ));
        services.TryAddScoped(s => new PlanRepository(
            StoreOf<ServicePlan>(s),
            s.GetRequiredService<RuleSet<ServicePlan>>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetService<ILogger<PlanRepository>>()
        ));

        // Replaces repositories that the host registered. The host passes its own to the builder, so that the rules are evaluated before
        // each save.
        services.RemoveAll<IRepositoryBase<Customer>>().RemoveAll<IRepositoryBase<ServicePlan>>();
        services
            .RemoveAll<IReadRepositoryBase<Customer>>()
            .AddScoped<IReadRepositoryBase<Customer>>(s => s.GetRequiredService<CustomerRepository>());
        services
            .RemoveAll<IReadRepositoryBase<ServicePlan>>()
            .AddScoped<IReadRepositoryBase<ServicePlan>>(s => s.GetRequiredService<PlanRepository>());
        var registrations = new RepositoryRegistrations(services);
        registrations.Register();
        services.Replace(ServiceDescriptor.Singleton(registrations));

        return new MspCustomersBuilder(services);
    }

    // Reading the options validates them, also in a host without validation at start-up.
    private static MspCustomersOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MspCustomersOptions>>().Value;

    private static HostStore<T> StoreOf<T>(IServiceProvider services)
        where T : class
    {
        _ = Options(services);
        return services.GetRequiredService<HostStore<T>>();
    }
}
