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
    /// <summary>Adds <see cref="UsageLedger"/>, <see cref="CreditReservations"/> and <see cref="CustomerCredits"/>, which live as long as a scope, and the rule that refuses to delete a quota that usage has touched.</summary>
    /// <remarks>Usage is stored where customers are: in memory, or by Entity Framework Core. A host with tables of its own calls <see cref="UseUsageStore"/>.</remarks>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">Sets options; the defaults hold when omitted.</param>
    /// <returns>The builder.</returns>
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
            // The host's storage of usage may itself read customers, through the rules: it is made when it is asked.
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

    /// <summary>Plugs in the host's own storage of usage, made once for each scope; called after the choice of the storage of customers and plans.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="usage">Makes the storage.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder UseUsageStore(this MspCustomersBuilder builder, Func<IServiceProvider, IUsageStore> usage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(usage);
        return builder.UseWithStorage(usage);
    }

    private static IUsageStore Store(IServiceProvider services) =>
        services.GetService<IUsageStore>()
        ?? throw new InvalidOperationException(
            "Msp.Customers has no storage of usage. Call UseUsageStore(...) after the choice of the storage of customers."
        );

    private static IUsageStore? StoreOrNull(IServiceProvider services) =>
        services.GetService<StorageService<IUsageStore>>() is { } own ? own.Make(services)
        : services.GetService<StorageService<InMemoryStorage.Stores>>() is not null
            ? services.GetRequiredService<InMemoryUsage>().Of(services.GetRequiredService<MspId>())
        : null;
}
