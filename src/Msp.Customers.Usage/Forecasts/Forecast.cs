using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Usage;

/// <summary>The expected balance of a customer's quotas when usage continues at its recent rate.</summary>
/// <remarks>Days without usage count in the rate. Instances are immutable and thread-safe.</remarks>
public sealed class Forecast
{
    /// <summary>The largest number of days of a forecast: 3,660.</summary>
    public const int MaxDays = 3_660;

    private Forecast(decimal creditsPerDay, Balance today, Balance atEnd, LocalDate? grantedThrough)
    {
        GrantedThrough = grantedThrough;
        CreditsPerDay = creditsPerDay;
        Today = today;
        AtEnd = atEnd;
    }

    /// <summary>The average usage of the window, in credits per day.</summary>
    public decimal CreditsPerDay { get; }

    /// <summary>The balance at the end of today.</summary>
    public Balance Today { get; }

    /// <summary>The expected balance at the end of the last day of the forecast.</summary>
    public Balance AtEnd { get; }

    /// <summary>The last day for which credits are granted, after which no usage is expected; null when there is no such day.</summary>
    public LocalDate? GrantedThrough { get; }

    /// <summary>
    /// The first day after today on which overage is expected, or for which no credits are granted; null when there is no such day,
    /// or when no usage is expected.
    /// </summary>
    public LocalDate? RunsOutOn =>
        AtEnd.OverageByDay.FirstOrDefault(o => o.Date > Today.Date)?.Date
        ?? (CreditsPerDay > 0 && GrantedThrough < AtEnd.Date ? LocalDate.Max(GrantedThrough.Value, Today.Date).PlusDays(1) : null);

    /// <summary>The expected overage of the days after today, in credits.</summary>
    public decimal ExpectedOverage => AtEnd.OverageByDay.Where(o => o.Date > Today.Date).Sum(o => o.Credits);

    /// <summary>
    /// The credits of each quota that are expected to expire unused after today. Quotas without such credits are omitted.
    /// </summary>
    public IReadOnlyList<QuotaCredits> ExpectedToExpire =>
        [
            .. AtEnd
                .Quotas.Zip(Today.Quotas, (then, today) => new QuotaCredits(then.Quota.Number, then.Expired - today.Expired))
                .Where(q => q.Credits > 0),
        ];

    /// <summary>Computes a forecast.</summary>
    /// <param name="today">The last day whose usage is recorded.</param>
    /// <param name="through">The last day of the forecast: after today, and at most 3,660 days after it.</param>
    /// <param name="windowDays">The number of days, up to and including today, that determine the rate; 1 or more.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">
    /// The customer's usage since the beginning, in any order. Usage dated after today counts in addition to the rate.
    /// </param>
    /// <param name="policy">How quotas cover usage, from <c>UsageOptions.Consumption</c>.</param>
    /// <param name="grantedThrough">
    /// The last day for which credits are granted, from <c>customer.CreditsGrantedThrough</c>. No usage is expected after it. Null,
    /// the default, when there is no such day.
    /// </param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date or the window is out of range.</exception>
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

        // The daily shares add up to the usage of the window exactly; rounding loses nothing.
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

    /// <summary>Returns the rate and the day on which credits run out, with ISO dates, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Forecast of {Today.Date:R} through {AtEnd.Date:R}: {CreditsPerDay:0.######} credits a day, "
                + $"{(RunsOutOn is { } day ? $"run out on {LocalDatePattern.Iso.Format(day)}" : "do not run out")}"
        );
}
