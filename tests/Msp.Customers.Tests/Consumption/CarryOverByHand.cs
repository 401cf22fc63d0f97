namespace Msp.Customers.Tests.Consumption;

// What quotas take over as a person would reckon it: when a quota starts, one after the other in order of effective date and number.
internal sealed class CarryOverByHand(IReadOnlyList<CreditQuota> quotas)
{
    private readonly List<CreditQuota> waiting =
    [
        .. quotas.Where(q => q.UsablePeriod is not null).OrderBy(q => q.EffectiveDate).ThenBy(q => q.Number),
    ];
    private readonly Dictionary<int, decimal> carriedIn = [];
    private readonly Dictionary<int, decimal> carriedOver = [];

    public decimal Into(int number) => carriedIn.GetValueOrDefault(number);

    // Everything used before the date has been paid.
    public void StartThrough(LocalDate date, IReadOnlyDictionary<int, decimal> paid, Action<int, decimal> add)
    {
        for (; waiting.Count > 0 && waiting[0].EffectiveDate <= date; waiting.RemoveAt(0))
        {
            if (
                waiting[0] is { Limit.IsUnlimited: false, CarryOver: { } terms } quota
                && quotas.Single(q => q.Number == terms.From) is { Limit.Credits.Amount: var allowed } from
                && from.UsablePeriod?.EndDate == from.EndDate
            )
            {
                var left =
                    allowed + (terms.Compounds ? Into(from.Number) : 0) - paid[from.Number] - carriedOver.GetValueOrDefault(from.Number);
                var share = decimal.Floor(allowed * (terms.MaxPercent ?? 1_000_000) * 10_000) / 1_000_000;
                var carried = Math.Max(0, Math.Min(left, Math.Min(terms.MaxCredits?.Amount ?? decimal.MaxValue, share)));
                carriedIn[quota.Number] = carried;
                carriedOver[from.Number] = carriedOver.GetValueOrDefault(from.Number) + carried;
                add(quota.Number, carried);
            }
        }
    }
}
