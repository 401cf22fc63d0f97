using System.Globalization;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The usage of a day that no quota covered.</summary>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits.</param>
public sealed record DailyOverage(LocalDate Date, decimal Credits)
{
    /// <summary>Returns the date and the credits, with an ISO date, for logs and tests.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:R}: {Credits:0.######}");
}
