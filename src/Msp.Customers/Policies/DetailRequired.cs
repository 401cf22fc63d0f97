using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A detail that the host requires is missing: a storage region, a quota, the license expiry date or a contact.</summary>
public sealed class DetailRequired : DraftRule<CustomerDraft>
{
    private readonly CustomerFields required;

    internal DetailRequired(CustomerFields required)
        : base("detail.required", Severity.Error, "The detail is required.") => this.required = required;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(CustomerFields.StorageRegion, draft.StorageRegions.Count == 0, nameof(CustomerDraft.StorageRegions), ref found);
        Check(CustomerFields.CreditQuota, draft.Quotas.Count == 0, nameof(CustomerDraft.Quotas), ref found);
        Check(CustomerFields.LicenseExpiryDate, draft.LicenseExpiryDate is null, nameof(CustomerDraft.LicenseExpiryDate), ref found);
        Check(CustomerFields.Contact, draft.Contacts.Count == 0, nameof(CustomerDraft.Contacts), ref found);
    }

    private void Check(CustomerFields field, bool isMissing, string name, ref Findings found)
    {
        if (isMissing && (required & field) != 0)
        {
            found.Add(Violated(name));
        }
    }
}
