using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>The usage of the customer up to the end of the day of the details, and the forecast.</summary>
/// <param name="Totals">The sums over the limited quotas.</param>
/// <param name="Used">All credits used.</param>
/// <param name="Overage">The credits used that no quota covered.</param>
/// <param name="LastDays">
/// The usage of each of the last 90 days, including days without usage. The last item is the day of the details.
/// </param>
/// <param name="Forecast">The forecast after the day of the details; null when that day is the last supported date.</param>
/// <remarks>Usage dated after the day of the details counts in the forecast only.</remarks>
public sealed record UsageDetails(
    CreditTotals Totals,
    decimal Used,
    decimal Overage,
    IReadOnlyList<UsagePoint> LastDays,
    ForecastDetails? Forecast
)
{
    internal const int Days = 90;

    internal static UsageDetails Of(Balance today, Forecast? forecast, IEnumerable<DailyUsage> usage)
    {
        var first = today.Date.PlusDays(1 - Days);
        var used = usage.Where(u => !u.IsVoid && u.Date >= first).ToLookup(u => u.Date, u => u.Credits.Amount);
        return new UsageDetails(
            today.Totals,
            today.Used,
            today.Overage,
            [.. Enumerable.Range(0, Days).Select(day => first.PlusDays(day)).Select(date => new UsagePoint(date, used[date].Sum()))],
            forecast is null ? null : ForecastDetails.Of(forecast)
        );
    }
}
