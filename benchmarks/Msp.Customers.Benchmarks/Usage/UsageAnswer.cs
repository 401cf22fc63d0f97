using Msp.Customers.Usage;

namespace Msp.Customers.Benchmarks.Usage;

// What each quota paid, by its number, and what none covered.
public sealed record UsageAnswer(IReadOnlyDictionary<int, decimal> Consumed, decimal Overage)
{
    public static UsageAnswer Of(Balance balance) =>
        new(balance.Quotas.ToDictionary(q => q.Quota.Number, q => q.Consumed), balance.Overage);

    // Equality of a record does not look into a dictionary.
    public void DemandSameAs(UsageAnswer other)
    {
        if (Overage != other.Overage || !Consumed.OrderBy(q => q.Key).SequenceEqual(other.Consumed.OrderBy(q => q.Key)))
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }
}
