using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds usage and credits to a host's services.</summary>
public static class UsageBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="UsageLedger"/>, <see cref="CreditReservations"/> and <see cref="CustomerCredits"/> as scoped services, and
    /// the rule that refuses to remove a quota that covers usage.
    /// </summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Usage is stored beside the customers: in memory, or by Entity Framework Core. A host with tables of its own calls
    /// <see cref="UseUsageStore"/>.
    /// </remarks>
    public static MspCustomersBuilder AddUsage(this MspCustomersBuilder builder, Action<UsageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<UsageOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(s => s.GetRequiredService<IOptions<UsageOptions>>().Value);
        services.TryAddSingleton(s => new InMemoryUsage(s.GetRequiredService<InMemoryStorage>()));
        services.TryAddScoped<IUsageStore>(s => StoreOrNull(s)!);
        if (!services.Any(d => d.ImplementationInstance is PackageRules rules && ReferenceEquals(rules.Codes, UsageCodes.All)))
        {
            // The host's usage store may itself read customers through the rules, hence it is created on first use.
            services.AddSingleton(
                new PackageRules(
                    UsageCodes.All,
                    s =>
                        [
                            new UsedQuotasRule(
                                s.GetService<IUsageStore>,
                                s.GetRequiredService<BusinessCalendar>(),
                                s.GetRequiredService<UsageOptions>().Consumption
                            ),
                        ]
                )
            );
        }

        services.TryAddScoped(s => new UsageLedger(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            Store(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<UsageOptions>(),
            s.GetService<ILogger<UsageLedger>>()
        ));
        services.TryAddScoped(s => new CreditReservations(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            Store(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<UsageOptions>(),
            s.GetService<ILogger<CreditReservations>>()
        ));
        services.TryAddScoped(s => new CustomerCredits(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            Store(s),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<UsageOptions>()
        ));
        return builder;
    }

    /// <summary>Registers the host's own usage store, created once for each scope.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="usage">Creates the store.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Call this method after the storage of customers and plans is chosen.</remarks>
    public static MspCustomersBuilder UseUsageStore(this MspCustomersBuilder builder, Func<IServiceProvider, IUsageStore> usage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(usage);
        return builder.UseWithStorage(usage);
    }

    private static IUsageStore Store(IServiceProvider services) =>
        services.GetService<IUsageStore>()
        ?? throw new InvalidOperationException(
            "Msp.Customers has no usage store. Call UseUsageStore(...) after the call that selects the storage of customers."
        );

    private static IUsageStore? StoreOrNull(IServiceProvider services) =>
        services.GetService<StorageService<IUsageStore>>() is { } own ? own.Make(services)
        : services.GetService<StorageService<InMemoryStorage.Stores>>() is not null
            ? services.GetRequiredService<InMemoryUsage>().Of(services.GetRequiredService<MspId>())
        : null;
}
