using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>The tenant type changes in another way than from evaluation to commercial.</summary>
public sealed class TenantTypeOneWay : PlainPolicy<Customer>
{
    internal TenantTypeOneWay()
        : base(
            "tenant-type.one-way",
            Severity.Error,
            "A customer that is {From} does not become {To}; only an evaluation becomes commercial, and nothing else converts."
        ) { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (
            change.Before is { } before
            && before.TenantType != change.After.TenantType
            && (before.TenantType, change.After.TenantType) != (TenantType.Evaluation, TenantType.Commercial)
        )
        {
            found.Add(Violated(nameof(Customer.TenantType), ("From", before.TenantType), ("To", change.After.TenantType)));
        }
    }
}
