using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A customer is registered, or its license set, with no licensed day left.</summary>
public sealed class LicenseAlreadyExpired : PlainPolicy<Customer>
{
    internal LicenseAlreadyExpired()
        : base("license.already-expired", Severity.Warning, "The license expired on {LicenseExpiryDate}, before today, {Today}.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.LicenseExpiryDate is { } expiry && expiry < change.Today && change.Before?.LicenseExpiryDate != expiry)
        {
            found.Add(Violated(nameof(Customer.LicenseExpiryDate), ("LicenseExpiryDate", expiry), ("Today", change.Today)));
        }
    }
}
