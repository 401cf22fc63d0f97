namespace Msp.Customers.Usage;

/// <summary>What became of a customer's quotas in a period: the difference between the balance before its first day and that at the end of its last. Immutable and safe to share.</summary>
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

    /// <summary>A line for each quota, in the order in which they pay.</summary>
    public IReadOnlyList<StatementLine> Lines { get; }

    /// <summary>The credits used in the period.</summary>
    public decimal Used { get; }

    /// <summary>By how much the overage grew in the period. Where a policy lets quotas pay earlier overage, it may have shrunk.</summary>
    public decimal Overage { get; }

    /// <summary>The overage of the period's days as it stands at its end, in order of day.</summary>
    public IReadOnlyList<DailyOverage> OverageByDay { get; }

    /// <summary>Draws up the statement of a period.</summary>
    /// <param name="period">The period; it has an end date.</param>
    /// <param name="quotas">The customer's quotas, in any order.</param>
    /// <param name="usage">The customer's usage from the beginning, in any order.</param>
    /// <param name="policy">How usage is paid, from <c>UsageOptions.Consumption</c>.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The period is open.</exception>
    public static Statement For(
        EffectivePeriod period,
        IReadOnlyList<CreditQuota> quotas,
        ReadOnlySpan<DailyUsage> usage,
        ConsumptionPolicy policy
    )
    {
        var last = period.EndDate ?? throw new ArgumentException("A statement's period has an end date.", nameof(period));
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
}
