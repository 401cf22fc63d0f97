using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>The options of the Customer Details page.</summary>
public sealed class DetailsOptions
{
    /// <summary>The time limit of the host's sources together; 2 seconds by default.</summary>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The number of days of the forecast, 1 to <see cref="Forecast.MaxDays"/>; 365 by default.</summary>
    public int ForecastDays { get; set; } = 365;

    /// <summary>
    /// The number of days, up to and including the day of the details, that determine the rate of the forecast, 1 to
    /// <see cref="Forecast.MaxDays"/>; 30 by default.
    /// </summary>
    /// <remarks>Days without usage count in the rate.</remarks>
    public int ForecastWindowDays { get; set; } = 30;
}
