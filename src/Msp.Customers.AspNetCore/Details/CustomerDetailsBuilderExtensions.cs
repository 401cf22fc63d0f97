using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Msp.Customers;
using Msp.Customers.AspNetCore;
using Msp.Customers.Usage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Customer Details page to a host's services.</summary>
public static class CustomerDetailsBuilderExtensions
{
    /// <summary>Adds <see cref="CustomerDetailsReader"/> as a scoped service.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Without <c>AddUsage</c>, the details contain no usage and no balances.</remarks>
    public static MspCustomersBuilder AddCustomerDetails(this MspCustomersBuilder builder, Action<DetailsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<DetailsOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DetailsOptions>, DetailsOptionsValidator>());
        services.TryAddScoped(s => new SectionProviders(
            s.GetService<ISectionProvider<BackupJobs>>(),
            s.GetService<ISectionProvider<DataProtection>>(),
            s.GetService<ISectionProvider<ServiceUtilization>>(),
            s.GetService<ISectionProvider<StorageGrowth>>(),
            s.GetService<ISectionProvider<CloudStatus>>(),
            s.GetService<ISectionProvider<ConsoleLink>>()
        ));
        services.TryAddScoped(s => new CustomerDetailsReader(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            s.GetRequiredService<IReadRepositoryBase<ServicePlan>>(),
            s.GetService<IUsageStore>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetService<UsageOptions>() ?? new UsageOptions(),
            s.GetRequiredService<SectionProviders>(),
            s.GetRequiredService<IOptions<DetailsOptions>>().Value,
            s.GetService<ILogger<CustomerDetailsReader>>() ?? NullLogger<CustomerDetailsReader>.Instance,
            s.GetRequiredService<TimeProvider>()
        ));
        return builder;
    }
}
