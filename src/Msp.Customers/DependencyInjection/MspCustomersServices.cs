using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Msp.Customers.Calendars;
using Msp.Customers.ChangeLog;
using Msp.Customers.Details;
using Msp.Customers.Plans;
using Msp.Customers.Rules;
using Msp.Customers.StandardRules;
using Msp.Customers.Storage;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.DependencyInjection;

/// <summary>Adds the library to a host's services.</summary>
public static class MspCustomersServices
{
    /// <summary>
    /// Adds the rules, the business calendar, the checked repositories (<c>IRepositoryBase</c> and <c>IReadRepositoryBase</c> of <see cref="Customer"/> and
    /// <see cref="ServicePlan"/>) and the details page. A storage is chosen on the builder that is returned. A clock that the host registered is used.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; the defaults hold when omitted.</param>
    /// <returns>The builder on which a storage is chosen.</returns>
    public static MspCustomersBuilder AddMspCustomers(this IServiceCollection services, Action<MspCustomersOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<MspCustomersOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MspCustomersOptions>, MspCustomersOptionsValidator>());
#pragma warning disable RS0030 // The one place where the machine's clock comes in, unless the host brings its own.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton(s => new BusinessCalendar(s.GetRequiredService<IClock>(), Options(s).TimeZone));
        services.TryAddSingleton(s => Options(s).Rules.Terms);
        services.TryAddSingleton(s => Options(s).Details);
        services.TryAddSingleton(s => Options(s).Credits);

        services.TryAddScoped(_ => MspId.Only);
        services.TryAddScoped(s => new ChangeAuthor(s.GetRequiredService<BusinessCalendar>()));
        services.TryAddScoped(s => new ChangeDelivery(
            s.GetService<IChangeLog>()
                ?? throw new InvalidOperationException(
                    "Msp.Customers has no change log. Call UseChangeLog(...) after the choice of the storage of customers."
                ),
            s.GetServices<IChangeSubscriber>(),
            s.GetService<ILogger<ChangeDelivery>>()
        ));
        services.TryAddScoped(s =>
            RuleSets.ForCustomers(
                Stored<Customer>(s).Repository,
                Stored<ServicePlan>(s).Repository,
                Options(s).Rules,
                Options(s).Credits,
                s
            )
        );
        services.TryAddScoped(s =>
            RuleSets.ForPlans(Stored<Customer>(s).Repository, Stored<ServicePlan>(s).Repository, Options(s).Rules, s)
        );
        services.TryAddScoped(s => new CheckedCustomers(
            Stored<Customer>(s),
            s.GetRequiredService<RuleSet<Customer>>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetService<ILogger<CheckedCustomers>>()
        ));
        services.TryAddScoped(s => new CheckedPlans(
            Stored<ServicePlan>(s),
            s.GetRequiredService<RuleSet<ServicePlan>>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetService<ILogger<CheckedPlans>>()
        ));

        // In place of what the host had registered: a repository of its own is handed to the builder, and the rules are evaluated before it.
        services.RemoveAll<IRepositoryBase<Customer>>().RemoveAll<IRepositoryBase<ServicePlan>>();
        services
            .RemoveAll<IReadRepositoryBase<Customer>>()
            .AddScoped<IReadRepositoryBase<Customer>>(s => s.GetRequiredService<CheckedCustomers>());
        services
            .RemoveAll<IReadRepositoryBase<ServicePlan>>()
            .AddScoped<IReadRepositoryBase<ServicePlan>>(s => s.GetRequiredService<CheckedPlans>());
        var registrations = new RepositoryRegistrations(services);
        registrations.Register();
        services.Replace(ServiceDescriptor.Singleton(registrations));

        services.TryAddScoped(s => new UsageLedger(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            UsageStore(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CreditOptions>(),
            s.GetService<ILogger<UsageLedger>>()
        ));
        services.TryAddScoped(s => new CreditReservations(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            UsageStore(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<CreditOptions>(),
            s.GetService<ILogger<CreditReservations>>()
        ));
        services.TryAddScoped(s => new CustomerCredits(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            UsageStore(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<CreditOptions>()
        ));
        services.TryAddScoped(s => new HostSources(
            s.GetService<IDetailSource<BackupJobs>>(),
            s.GetService<IDetailSource<DataProtection>>(),
            s.GetService<IDetailSource<ServiceUtilization>>(),
            s.GetService<IDetailSource<StorageGrowth>>(),
            s.GetService<IDetailSource<CloudStatus>>(),
            s.GetService<IDetailSource<ConsoleLink>>()
        ));
        services.TryAddScoped(s => new CustomerDetailsReader(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            s.GetRequiredService<IReadRepositoryBase<ServicePlan>>(),
            s.GetService<IUsageStore>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<CreditOptions>(),
            s.GetRequiredService<HostSources>(),
            s.GetRequiredService<DetailsOptions>(),
            s.GetService<ILogger<CustomerDetailsReader>>() ?? NullLogger<CustomerDetailsReader>.Instance,
            s.GetRequiredService<TimeProvider>()
        ));
        return new MspCustomersBuilder(services);
    }

    // Reading the options validates them also in a host that has no start-up of its own.
    private static MspCustomersOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<MspCustomersOptions>>().Value;

    private static IUsageStore UsageStore(IServiceProvider services) =>
        services.GetService<IUsageStore>()
        ?? throw new InvalidOperationException(
            "Msp.Customers has no storage of usage. Call UseUsageStore(...) after the choice of the storage of customers."
        );

    private static Stored<T> Stored<T>(IServiceProvider services)
        where T : class
    {
        _ = Options(services);
        return services.GetRequiredService<Stored<T>>();
    }
}
