using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>How the details page is read.</summary>
public sealed class DetailsOptions
{
    /// <summary>How long the page waits for the host's sources, all of them together; 2 seconds by default.</summary>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many days the page looks ahead for the day on which credits run out, 1 to <see cref="Forecast.MaxDays"/>; 365 by default.</summary>
    public int ForecastDays { get; set; } = 365;

    /// <summary>How many days up to and including that of the page make the rate of the forecast, 1 to <see cref="Forecast.MaxDays"/>; 30 by default. Days without usage count.</summary>
    public int ForecastWindowDays { get; set; } = 30;
}
