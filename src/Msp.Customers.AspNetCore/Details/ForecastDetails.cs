using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>What becomes of the customer's credits if usage goes on as in the last days: <see cref="Forecast"/> in the days and the window of <see cref="DetailsOptions"/>.</summary>
/// <param name="Through">The last day looked at.</param>
/// <param name="CreditsPerDay">The average of the window, in credits a day.</param>
/// <param name="RunsOutOn">The first day after that of the page on which something is expected that no quota covers, or for which no credits are granted any more; null when there is none up to the last day looked at.</param>
/// <param name="ExpectedOverage">The overage expected after the day of the page, in credits.</param>
/// <param name="ExpectedToExpire">The credits that are expected to expire unused after the day of the page, quota by quota in the order in which they pay.</param>
public sealed record ForecastDetails(
    LocalDate Through,
    decimal CreditsPerDay,
    LocalDate? RunsOutOn,
    decimal ExpectedOverage,
    IReadOnlyList<ExpiringCredits> ExpectedToExpire
)
{
    internal static ForecastDetails Of(Forecast forecast) =>
        new(
            forecast.AtEnd.Date,
            forecast.CreditsPerDay,
            forecast.RunsOutOn,
            forecast.ExpectedOverage,
            [.. forecast.ExpectedToExpire.Select(e => new ExpiringCredits(e.QuotaNumber, e.Credits))]
        );
}
