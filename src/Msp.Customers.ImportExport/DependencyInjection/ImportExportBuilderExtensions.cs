using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Msp.Customers;
using Msp.Customers.ImportExport;
using Msp.Customers.Rules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds import and export to a host's services.</summary>
public static class ImportExportBuilderExtensions
{
    /// <summary>Adds <see cref="CustomerImport"/> and <see cref="CustomerExport"/> as scoped services.</summary>
    /// <param name="builder">The builder from <c>AddMspCustomers</c>.</param>
    /// <returns>The builder.</returns>
    public static MspCustomersBuilder AddImportExport(this MspCustomersBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped(s => new CustomerImport(
            s.GetRequiredService<CustomerRepository>(),
            s.GetRequiredService<RuleSet<Customer>>(),
            s.GetRequiredService<CustomerTerms>(),
            s.GetRequiredService<BusinessCalendar>(),
            s.GetService<ILogger<CustomerImport>>()
        ));
        builder.Services.TryAddScoped(s => new CustomerExport(
            s.GetRequiredService<IReadRepositoryBase<Customer>>(),
            s.GetService<ILogger<CustomerExport>>()
        ));
        return builder;
    }
}
