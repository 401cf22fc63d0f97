namespace Msp.Customers.Consumption;

/// <summary>What usage that came late, or was taken back, moved: the difference of two balances of one day.</summary>
/// <param name="Before">The balance without the change.</param>
/// <param name="After">The balance with it.</param>
public sealed record BalanceMove(Balance Before, Balance After)
{
    /// <summary>The quotas that now paid more or less, with the difference in credits.</summary>
    public IReadOnlyList<(int QuotaNumber, decimal Credits)> Consumed =>
        [
            .. After
                .Quotas.Select(q =>
                    (q.Quota.Number, q.Consumed - (Before.Quotas.FirstOrDefault(b => b.Quota.Number == q.Quota.Number)?.Consumed ?? 0))
                )
                .Where(q => q.Item2 != 0),
        ];

    /// <summary>The days whose overage is now more or less, with the difference in credits, in order of day.</summary>
    public IReadOnlyList<DayOverage> Overage =>
        [
            .. After
                .OverageByDay.Concat(Before.OverageByDay.Select(o => o with { Credits = -o.Credits }))
                .GroupBy(o => o.Date, (date, days) => new DayOverage(date, days.Sum(d => d.Credits)))
                .Where(o => o.Credits != 0)
                .OrderBy(o => o.Date),
        ];
}
