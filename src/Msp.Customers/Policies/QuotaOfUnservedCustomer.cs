using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A suspended or closed customer is given a quota, or one of its quotas is changed.</summary>
public sealed class QuotaOfUnservedCustomer : PlainPolicy<Customer>
{
    internal QuotaOfUnservedCustomer()
        : base("quota.customer-not-active", Severity.Error, "A customer that is {Status} is given no quotas.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.Status == CustomerStatus.Active)
        {
            return;
        }

        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            if (!quota.SameAs(change.Before?.QuotaNumbered(quota.Number)))
            {
                found.Add(Violated($"Quotas[{index}]", ("Status", change.After.Status)));
            }
        }
    }
}
