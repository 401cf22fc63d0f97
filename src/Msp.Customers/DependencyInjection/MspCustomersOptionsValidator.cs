using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.DependencyInjection;

internal sealed class MspCustomersOptionsValidator(
    IServiceProviderIsService services,
    RepositoryRegistrations registrations,
    IEnumerable<PackageRules> packages
) : IValidateOptions<MspCustomersOptions>
{
    public const string NoStorage =
        "Msp.Customers has no storage. After AddMspCustomers, call one of UseInMemoryStorage(), "
        + "UseRepositories<TCustomers, TPlans>(), or, from Msp.Customers.EntityFrameworkCore, "
        + "UseEntityFrameworkCore(...) or UseDbContext<TContext>().";

    public ValidateOptionsResult Validate(string? name, MspCustomersOptions options)
    {
        var faults = RuleOptionsCheck.Faults(options.Rules, [.. RuleCatalog.All, .. packages.SelectMany(p => p.Codes)]).ToList();
        if (options.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is null)
        {
            faults.Add($"TimeZone '{options.TimeZone}' is not an IANA time zone, such as Europe/Berlin.");
        }

        if (!services.IsService(typeof(HostStore<Customer>)) || !services.IsService(typeof(HostStore<ServicePlan>)))
        {
            faults.Add(NoStorage);
        }

        faults.AddRange(registrations.Faults());

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
