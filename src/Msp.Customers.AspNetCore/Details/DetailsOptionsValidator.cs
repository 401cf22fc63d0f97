using System.Globalization;
using Microsoft.Extensions.Options;
using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

internal sealed class DetailsOptionsValidator : IValidateOptions<DetailsOptions>
{
    public ValidateOptionsResult Validate(string? name, DetailsOptions options)
    {
        var faults = new List<string>();
        if (options.SourceTimeout <= TimeSpan.Zero || options.SourceTimeout > TimeSpan.FromMinutes(10))
        {
            faults.Add("DetailsOptions.SourceTimeout must be greater than zero and at most ten minutes.");
        }

        Check(options.ForecastDays, nameof(DetailsOptions.ForecastDays));
        Check(options.ForecastWindowDays, nameof(DetailsOptions.ForecastWindowDays));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(int days, string option)
        {
            if (days is < 1 or > Forecast.MaxDays)
            {
                faults.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"DetailsOptions.{option} must be at least 1 and at most {Forecast.MaxDays} days."
                    )
                );
            }
        }
    }
}
