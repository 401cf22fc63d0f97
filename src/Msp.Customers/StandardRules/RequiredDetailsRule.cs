namespace Msp.Customers.Rules;

/// <summary>
/// Evaluates that details that the host requires are not missing. A stored customer without such a detail can be edited, but an existing
/// detail cannot be removed.
/// </summary>
/// <param name="required">The required details, from <see cref="RuleOptions.RequiredFields"/>.</param>
public sealed class RequiredDetailsRule(RequiredFields required) : SaveRule<Customer>(Required)
{
    private static readonly RuleDescriptor Required = new("detail.required", Severity.Error, "The detail is required.");

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Check(change, RequiredFields.Address, nameof(CustomerDraft.Address), c => c.Account.Address is null);
        Check(change, RequiredFields.PhoneNumber, nameof(CustomerDraft.PhoneNumber), c => c.Account.PhoneNumber is null);
        Check(change, RequiredFields.ServicePlan, nameof(Customer.ServicePlan), c => c.ServicePlan is null);
        Check(change, RequiredFields.StorageRegion, nameof(Customer.StorageRegions), c => c.StorageRegions.Count == 0);
        Check(change, RequiredFields.CreditQuota, nameof(Customer.Quotas), c => c.Quotas.Count == 0);
        Check(change, RequiredFields.LicenseExpiryDate, nameof(Customer.LicenseExpiryDate), c => c.LicenseExpiryDate is null);
        Check(change, RequiredFields.Contact, nameof(Customer.Contacts), c => c.Contacts.Count == 0);
    }

    private void Check(Change<Customer> change, RequiredFields field, string path, Predicate<Customer> isMissing)
    {
        if (required.HasFlag(field) && isMissing(change.After) && (change.Before is null || !isMissing(change.Before)))
        {
            change.Report(Required, path);
        }
    }
}

/// <summary>Specifies the fields of a customer that a host can require. Account name and organization name are always required.</summary>
[Flags]
public enum RequiredFields
{
    /// <summary>No additional field; the default.</summary>
    None = 0,

    /// <summary>The address.</summary>
    Address = 1,

    /// <summary>The phone number.</summary>
    PhoneNumber = 2,

    /// <summary>The service plan.</summary>
    ServicePlan = 4,

    /// <summary>At least one storage region.</summary>
    StorageRegion = 8,

    /// <summary>At least one credit quota.</summary>
    CreditQuota = 16,

    /// <summary>The license expiry date.</summary>
    LicenseExpiryDate = 32,

    /// <summary>At least one contact.</summary>
    Contact = 64,
}
