using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Consumption;
using Msp.Customers.Details;
using Msp.Customers.Plans;
using Msp.Customers.StandardRules;
using Msp.Customers.Storage;
using NodaTime;

namespace Msp.Customers.DependencyInjection;

internal sealed class MspCustomersOptionsValidator(IServiceProviderIsService services, RepositoryRegistrations registrations)
    : IValidateOptions<MspCustomersOptions>
{
    public const string NoStorage =
        "Msp.Customers has no storage. After AddMspCustomers, call one of UseInMemoryStorage(), "
        + "UseRepositories<TCustomers, TPlans>(), or, from Msp.Customers.EntityFrameworkCore, UseEntityFrameworkCore(...) or UseDbContext<TContext>().";

    public ValidateOptionsResult Validate(string? name, MspCustomersOptions options)
    {
        var faults = RuleOptionsCheck.Faults(options.Rules).ToList();
        if (options.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) is null)
        {
            faults.Add($"TimeZone '{options.TimeZone}' is not an IANA zone, such as Europe/Berlin.");
        }

        if (options.Details.SourceTimeout <= TimeSpan.Zero || options.Details.SourceTimeout > TimeSpan.FromMinutes(10))
        {
            faults.Add("Details.SourceTimeout is more than zero and at most ten minutes.");
        }

        Demand(options.Details.ForecastDays, nameof(DetailsOptions.ForecastDays));
        Demand(options.Details.ForecastWindowDays, nameof(DetailsOptions.ForecastWindowDays));
        if (!services.IsService(typeof(Stored<Customer>)) || !services.IsService(typeof(Stored<ServicePlan>)))
        {
            faults.Add(NoStorage);
        }

        faults.AddRange(registrations.Faults());

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Demand(int days, string option)
        {
            if (days is < 1 or > Forecast.MaxDays)
            {
                faults.Add(
                    string.Create(CultureInfo.InvariantCulture, $"Details.{option} is at least 1 and at most {Forecast.MaxDays} days.")
                );
            }
        }
    }
}
