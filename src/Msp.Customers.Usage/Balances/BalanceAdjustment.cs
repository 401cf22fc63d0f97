namespace Msp.Customers.Usage;

/// <summary>What usage that came late or was taken back, or a void, moved: the difference of two balances of one day.</summary>
/// <param name="Before">The balance without the change.</param>
/// <param name="After">The balance with it.</param>
public sealed record BalanceAdjustment(Balance Before, Balance After)
{
    /// <summary>The quotas that now paid more or less, with the difference in credits.</summary>
    public IReadOnlyList<QuotaCredits> Consumed => Differences(q => q.Consumed);

    /// <summary>The quotas of which more or less is voided now, with the difference in credits.</summary>
    public IReadOnlyList<QuotaCredits> Voided => Differences(q => q.Voided);

    /// <summary>The days whose overage is now more or less, with the difference in credits, in order of day.</summary>
    public IReadOnlyList<DailyOverage> Overage =>
        [
            .. After
                .OverageByDay.Concat(Before.OverageByDay.Select(o => o with { Credits = -o.Credits }))
                .GroupBy(o => o.Date, (date, days) => new DailyOverage(date, days.Sum(d => d.Credits)))
                .Where(o => o.Credits != 0)
                .OrderBy(o => o.Date),
        ];

    private IReadOnlyList<QuotaCredits> Differences(Func<QuotaBalance, decimal> of)
    {
        var before = Before.Quotas.ToDictionary(q => q.Quota.Number, of);
        return
        [
            .. After
                .Quotas.Select(q => new QuotaCredits(q.Quota.Number, of(q) - before.GetValueOrDefault(q.Quota.Number)))
                .Where(q => q.Credits != 0),
        ];
    }
}
