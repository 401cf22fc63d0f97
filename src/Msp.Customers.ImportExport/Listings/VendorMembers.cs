namespace Msp.Customers.ImportExport;

// The member names of the vendor. The listing of contacts is the library's own, in the same form.
internal static class VendorMembers
{
    public const string Customers = "customers";
    public const string Tenants = "tenants";
    public const string Contacts = "contacts";
    public const string Id = "id";
    public const string CustomerId = "customerID";

    public static Members<CustomerRecord> Customer { get; } =
        new(
            CustomerColumns.Schema,
            ("accountName", nameof(CustomerDraft.AccountName), Form.Text),
            ("customerName", nameof(CustomerDraft.OrganizationName), Form.Text),
            ("address", nameof(CustomerDraft.Address), Form.Text),
            ("phone", nameof(CustomerDraft.PhoneNumber), Form.Text),
            ("createdOn", nameof(Msp.Customers.Customer.RegisteredOn), Form.Date)
        );

    // The members of a tenant that describe its customer.
    public static Members<CustomerRecord> Details { get; } =
        new(
            CustomerColumns.Schema,
            ("servicePlanID", nameof(CustomerDraft.ServicePlan), Form.Text),
            ("tenantType", nameof(CustomerDraft.TenantType), Form.TenantTypeNumber),
            ("licenseExpiryDate", nameof(CustomerDraft.LicenseExpiryDate), Form.Date),
            ("storageRegions", nameof(CustomerDraft.StorageRegions), Form.Names)
        );

    public static Members<QuotaDraft> Quota { get; } =
        new(
            QuotaColumns.Schema,
            ("quota", nameof(QuotaDraft.Credits), Form.Credits),
            ("quotaStartDate", nameof(QuotaDraft.EffectiveDate), Form.Date),
            ("quotaEndDate", nameof(QuotaDraft.EndDate), Form.Date)
        );

    public static Members<ContactDraft> Contact { get; } =
        new(
            ContactColumns.Schema,
            ("name", nameof(ContactDraft.Name), Form.Text),
            ("email", nameof(ContactDraft.Email), Form.Text),
            ("phone", nameof(ContactDraft.PhoneNumber), Form.Text),
            ("roles", nameof(ContactDraft.Roles), Form.Roles),
            ("isPrimary", nameof(ContactDraft.IsPrimary), Form.Flag)
        );
}
