using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Msp.Customers.Calendars;
using Msp.Customers.DependencyInjection;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using Msp.Customers.Transfer.Export;
using Msp.Customers.Transfer.Import;

namespace Msp.Customers.Transfer.DependencyInjection;

/// <summary>Adds import and export to a host's services.</summary>
public static class TransferServices
{
    /// <summary>Adds <see cref="CustomerImport"/> and <see cref="CustomerExport"/>, which live as long as a scope.</summary>
    /// <param name="builder">The library's builder.</param>
    /// <returns>The same builder.</returns>
    public static MspCustomersBuilder AddTransfer(this MspCustomersBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped(s => new CustomerImport(
            s.GetRequiredService<CheckedCustomers>(),
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
