using Msp.Customers.Usage;

namespace Msp.Customers.AspNetCore;

/// <summary>What the customer used up to the end of the day of the page, and what is expected. What is dated later is in the forecast alone.</summary>
/// <param name="Totals">The sums of the limited quotas.</param>
/// <param name="Used">All credits used.</param>
/// <param name="Overage">What no quota covered of it.</param>
/// <param name="LastDays">The usage of each of the last 90 days, that of the page the last one; days without any are there too.</param>
/// <param name="Forecast">What is expected after the day of the page; null when that is the last supported day, which none follows.</param>
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
