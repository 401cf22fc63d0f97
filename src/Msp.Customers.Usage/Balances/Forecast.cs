using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>
/// What becomes of a customer's quotas if usage goes on as in the days before: the same balance, over days to come. Days without usage count in the rate.
/// Immutable and safe to share.
/// </summary>
public sealed class Forecast
{
    /// <summary>The longest forecast: 3,660 days.</summary>
    public const int MaxDays = 3_660;

    private Forecast(decimal creditsPerDay, Balance today, Balance atEnd, LocalDate? grantedThrough)
    {
        GrantedThrough = grantedThrough;
        CreditsPerDay = creditsPerDay;
        Today = today;
        AtEnd = atEnd;
    }

    /// <summary>The average of the window, in credits a day.</summary>
    public decimal CreditsPerDay { get; }

    /// <summary>The balance at the end of today.</summary>
    public Balance Today { get; }

    /// <summary>The expected balance at the end of the last day looked at.</summary>
    public Balance AtEnd { get; }

    /// <summary>The last day for which credits are granted, after which no usage is expected; null when there is no such day.</summary>
    public LocalDate? GrantedThrough { get; }

    /// <summary>The first day to come on which something is expected that no quota covers, or for which no credits are granted any more; null when there is none, or where nothing is used.</summary>
    public LocalDate? RunsOutOn =>
        AtEnd.OverageByDay.FirstOrDefault(o => o.Date > Today.Date)?.Date
        ?? (CreditsPerDay > 0 && GrantedThrough < AtEnd.Date ? LocalDate.Max(GrantedThrough.Value, Today.Date).PlusDays(1) : null);

    /// <summary>The overage expected of the days to come, in credits.</summary>
    public decimal ExpectedOverage => AtEnd.OverageByDay.Where(o => o.Date > Today.Date).Sum(o => o.Credits);

    /// <summary>The credits of each quota that are expected to expire unused in the days to come; quotas without any are left out.</summary>
    public IReadOnlyList<QuotaCredits> ExpectedToExpire =>
        [
            .. AtEnd
                .Quotas.Zip(Today.Quotas, (then, today) => new QuotaCredits(then.Quota.Number, then.Expired - today.Expired))
                .Where(q => q.Credits > 0),
        ];

    /// <summary>Looks ahead.</summary>
    /// <param name="today">The last day whose usage is known.</param>
    /// <param name="through">The last day to look at; after today, and at most 3,660 days after it.</param>
    /// <param name="windowDays">How many days up to and including today make the rate; one or more.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">The customer's usage from the beginning, in any order. What is dated after today counts as known, beside the rate.</param>
    /// <param name="policy">How usage is paid, from <c>UsageOptions.Consumption</c>.</param>
    /// <param name="grantedThrough">The last day for which credits are granted, from <c>customer.CreditsGrantedThrough</c>; no usage is expected after it. Null, the default, for no such day.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date or the window is not of its range.</exception>
    public static Forecast Of(
        LocalDate today,
        LocalDate through,
        int windowDays,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        ConsumptionPolicy policy,
        LocalDate? grantedThrough = null
    )
    {
        SupportedDates.Demand(through, nameof(through));
        var days = Period.DaysBetween(SupportedDates.Demand(today, nameof(today)), through);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1, nameof(through));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays, nameof(through));
        ArgumentOutOfRangeException.ThrowIfLessThan(windowDays, 1);
        var window = UsedIn(usage, today, windowDays);
        var expected = new List<DailyUsage>(usage.Length + days);
        expected.AddRange(usage);

        // Shares of the window that add up to it exactly, so that nothing is lost by rounding.
        for (var day = 1; day <= days && !(grantedThrough < today.PlusDays(day)); day++)
        {
            var share = (window * day / windowDays) - (window * (day - 1) / windowDays);
            for (; share > 0; share -= Int128.Min(share, Credits.Max.Micros))
            {
                expected.Add(new DailyUsage(today.PlusDays(day), Credits.FromMicros((long)Int128.Min(share, Credits.Max.Micros))));
            }
        }

        return new Forecast(
            (decimal)window / Credits.Scale / windowDays,
            Balance.On(today, quotas, usage, policy),
            Balance.On(through, quotas, expected.ToArray(), policy),
            grantedThrough
        );
    }

    private static Int128 UsedIn(ReadOnlySpan<DailyUsage> usage, LocalDate today, int days)
    {
        Int128 used = 0;
        foreach (ref readonly var entry in usage)
        {
            if (!entry.IsVoid && entry.Date <= today && Period.DaysBetween(entry.Date, today) < days)
            {
                used += entry.Credits.Micros;
            }
        }

        return used;
    }
}
