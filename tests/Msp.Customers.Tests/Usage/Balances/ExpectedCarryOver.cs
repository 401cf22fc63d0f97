namespace Msp.Customers.Tests.Usage.Balances;

// Calculates carry-over step by step: the quotas start in order of effective date and number.
internal sealed class ExpectedCarryOver(IReadOnlyList<CreditQuota> quotas)
{
    private readonly List<CreditQuota> notStarted =
    [
        .. quotas.Where(q => q.UsablePeriod is not null).OrderBy(q => q.EffectiveDate).ThenBy(q => q.Number),
    ];
    private readonly Dictionary<int, decimal> carriedIn = [];
    private readonly Dictionary<int, decimal> carriedOver = [];

    public decimal Into(int number) => carriedIn.GetValueOrDefault(number);

    // The usage before the date is already consumed.
    public void StartThrough(LocalDate date, IReadOnlyDictionary<int, decimal> consumed, Action<int, decimal> add)
    {
        for (; notStarted.Count > 0 && notStarted[0].EffectiveDate <= date; notStarted.RemoveAt(0))
        {
            if (
                notStarted[0] is { Limit.IsUnlimited: false, CarryOver: { } terms } quota
                && quotas.Single(q => q.Number == terms.From) is { Limit.Credits.Amount: var allowed } from
                && from.UsablePeriod?.EndDate == from.EndDate
            )
            {
                var left =
                    allowed
                    + (terms.Compounds ? Into(from.Number) : 0)
                    - consumed[from.Number]
                    - carriedOver.GetValueOrDefault(from.Number);
                var share = decimal.Floor(allowed * (terms.MaxPercent ?? 1_000_000) * 10_000) / 1_000_000;
                var carried = Math.Max(0, Math.Min(left, Math.Min(terms.MaxCredits?.Amount ?? decimal.MaxValue, share)));
                carriedIn[quota.Number] = carried;
                carriedOver[from.Number] = carriedOver.GetValueOrDefault(from.Number) + carried;
                add(quota.Number, carried);
            }
        }
    }
}
