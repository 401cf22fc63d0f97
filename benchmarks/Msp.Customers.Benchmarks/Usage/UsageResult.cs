using Msp.Customers.Usage;

namespace Msp.Customers.Benchmarks.Usage;

// The consumed credits of each quota by its number, and the overage.
public sealed record UsageResult(IReadOnlyDictionary<int, decimal> Consumed, decimal Overage)
{
    public static UsageResult Of(Balance balance) =>
        new(balance.Quotas.ToDictionary(q => q.Quota.Number, q => q.Consumed), balance.Overage);

    // The equality of records does not compare the contents of a dictionary.
    public void VerifySame(UsageResult other)
    {
        if (Overage != other.Overage || !Consumed.OrderBy(q => q.Key).SequenceEqual(other.Consumed.OrderBy(q => q.Key)))
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }
}
