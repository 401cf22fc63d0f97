using System.Globalization;

namespace Msp.Customers.Usage;

/// <summary>
/// The changes of a customer's quotas in a period: the difference between the balance before its first day and the balance at the
/// end of its last day.
/// </summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed class Statement
{
    private Statement(EffectivePeriod period, Balance? before, Balance closing)
    {
        Period = period;
        Closing = closing;
        Used = closing.Used - (before?.Used ?? 0);
        var openings = before?.Quotas.ToDictionary(q => q.Quota.Number);
        Lines = [.. closing.Quotas.Select(q => Line(q, openings?[q.Quota.Number]))];
        OverageByDay = [.. closing.OverageByDay.Where(o => period.Contains(o.Date))];
        Overage = closing.Overage - (before?.Overage ?? 0);
    }

    /// <summary>The period, both days included.</summary>
    public EffectivePeriod Period { get; }

    /// <summary>The balance at the end of the period's last day.</summary>
    public Balance Closing { get; }

    /// <summary>The line of each quota, in consumption order.</summary>
    public IReadOnlyList<StatementLine> Lines { get; }

    /// <summary>The credits used in the period.</summary>
    public decimal Used { get; }

    /// <summary>
    /// The change of the overage in the period. Negative when quotas covered earlier overage, where the policy allows it.
    /// </summary>
    public decimal Overage { get; }

    /// <summary>The overage of the period's days at the end of the period, in order of day.</summary>
    public IReadOnlyList<DailyOverage> OverageByDay { get; }

    /// <summary>Creates the statement of a period.</summary>
    /// <param name="period">The period; it must have an end date.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">The customer's usage since the beginning, in any order.</param>
    /// <param name="policy">How quotas cover usage, from <c>UsageOptions.Consumption</c>.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The period has no end date.</exception>
    public static Statement For(
        EffectivePeriod period,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        ConsumptionPolicy policy
    )
    {
        var last = period.EndDate ?? throw new ArgumentException("The period of a statement must have an end date.", nameof(period));
        var before =
            period.EffectiveDate > SupportedDates.First ? Balance.On(period.EffectiveDate.PlusDays(-1), quotas, usage, policy) : null;
        return new Statement(period, before, Balance.On(last, quotas, usage, policy));
    }

    private static StatementLine Line(QuotaBalance closing, QuotaBalance? before) =>
        new()
        {
            Quota = closing.Quota,
            Opening = closing.Remaining is null ? null : before?.Remaining ?? 0,
            Granted = closing.Granted - (before?.Granted ?? 0),
            Consumed = closing.Consumed - (before?.Consumed ?? 0),
            Expired = closing.Expired - (before?.Expired ?? 0),
            Voided = closing.Voided - (before?.Voided ?? 0),
            Closing = closing.Remaining,
            CarriedIn = closing.CarriedIn - (before?.CarriedIn ?? 0),
            CarriedOver = closing.CarriedOver - (before?.CarriedOver ?? 0),
        };

    /// <summary>Returns the period and the sums, with ISO dates, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Statement of {Period}: used {Used:0.######}, overage {Overage:0.######}, {Lines.Count} quotas"
        );
}
