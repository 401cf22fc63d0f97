using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A storage region is taken away. Regions only grow.</summary>
public sealed class RegionRemoved : PlainPolicy<Customer>
{
    internal RegionRemoved()
        : base("region.removed", Severity.Error, "The region {Region} cannot be taken away: data may be stored there.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        foreach (var region in change.Before?.StorageRegions ?? [])
        {
            if (!change.After.StorageRegions.Contains(region))
            {
                found.Add(Violated(nameof(Customer.StorageRegions), ("Region", region)));
            }
        }
    }
}
