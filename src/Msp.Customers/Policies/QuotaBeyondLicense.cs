using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota has usable days that the license does not cover, or no end while the license has one.</summary>
public sealed class QuotaBeyondLicense : PlainPolicy<Customer>
{
    internal QuotaBeyondLicense()
        : base("quota.beyond-license", Severity.Warning, "The quota ends after {LicenseExpiryDate}, the last licensed day.") { }

    /// <inheritdoc/>
    public override void Judge(Change<Customer> change, ICollection<Violation> found)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(found);
        if (change.After.LicenseExpiryDate is not { } expiry)
        {
            return;
        }

        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            if (quota.UsablePeriod is { } usable && !(usable.EndDate <= expiry))
            {
                found.Add(Violated($"Quotas[{index}].EndDate", ("LicenseExpiryDate", expiry)));
            }
        }
    }
}
