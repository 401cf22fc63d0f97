using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The expected credits of the customer when usage continues at its recent rate.</summary>
/// <param name="Through">The last day of the forecast.</param>
/// <param name="CreditsPerDay">The average usage of the window, in credits per day.</param>
/// <param name="RunsOutOn">
/// The first day after the day of the details on which overage is expected, or for which no credits are granted; null when there is
/// no such day up to <paramref name="Through"/>.
/// </param>
/// <param name="ExpectedOverage">The expected overage after the day of the details, in credits.</param>
/// <param name="ExpectedToExpire">
/// The credits that are expected to expire unused after the day of the details, by quota in consumption order.
/// </param>
/// <remarks>This is the <see cref="Forecast"/> over the days and with the window of <see cref="DetailsOptions"/>.</remarks>
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
