namespace Msp.Customers.Usage;

/// <summary>The difference of two balances of one day, caused by late usage, a reversal or a void.</summary>
/// <param name="Before">The balance without the change.</param>
/// <param name="After">The balance with the change.</param>
public sealed record BalanceAdjustment(Balance Before, Balance After)
{
    /// <summary>The quotas that now cover more or less usage, with the difference in credits.</summary>
    public IReadOnlyList<QuotaCredits> ConsumedDifference => Differences(q => q.Consumed);

    /// <summary>The quotas of which more or fewer credits are now voided, with the difference in credits.</summary>
    public IReadOnlyList<QuotaCredits> VoidedDifference => Differences(q => q.Voided);

    /// <summary>The days whose overage changed, with the difference in credits, in order of day.</summary>
    public IReadOnlyList<DailyOverage> OverageDifference =>
        [
            .. After
                .OverageByDay.Concat(Before.OverageByDay.Select(o => o with { Credits = -o.Credits }))
                .GroupBy(o => o.Date, (date, days) => new DailyOverage(date, days.Sum(d => d.Credits)))
                .Where(o => o.Credits != 0)
                .OrderBy(o => o.Date),
        ];

    private IReadOnlyList<QuotaCredits> Differences(Func<QuotaBalance, decimal> amountOf)
    {
        var before = Before.Quotas.ToDictionary(q => q.Quota.Number, amountOf);
        return
        [
            .. After
                .Quotas.Select(q => new QuotaCredits(q.Quota.Number, amountOf(q) - before.GetValueOrDefault(q.Quota.Number)))
                .Where(q => q.Credits != 0),
        ];
    }
}
