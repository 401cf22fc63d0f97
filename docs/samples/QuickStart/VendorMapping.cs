using Msp.Customers;
using Msp.Customers.Plans;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;

namespace QuickStart;

/// <summary>What the vendor's rows mean in the library's words. Numbers are mapped one by one: this vendor counts its tenant types from 1.</summary>
internal static class VendorMapping
{
    public const string System = "vendor";

    private static readonly OutsideNames<TenantType> TenantTypes =
        new(("1", TenantType.Sandbox), ("2", TenantType.Evaluation), ("3", TenantType.Commercial));

    private static readonly OutsideNames<Edition> Editions = new();

    public static PlanDraft Plan(VendorRow row, ICollection<Violation> unreadable)
    {
        var products = row.List("products");
        return new PlanDraft
        {
            Id = row.Text("id", nameof(PlanDraft.Id), unreadable),
            Name = row.Text("name", nameof(PlanDraft.Name), unreadable),
            Edition = products.Count > 0 ? products[0].Value("edition", Editions, nameof(PlanDraft.Edition), unreadable) : null,
            Features = [.. products.SelectMany(p => p.List("features")).Select(f => f.Text("name", nameof(PlanDraft.Features), unreadable)).Distinct()],
        };
    }

    public static CustomerDraft Customer(VendorRow row)
    {
        var draft = new CustomerDraft();
        draft.Id = row.Text("id", nameof(draft.Id), draft.Unreadable);
        draft.AccountName = row.Text("accountName", nameof(draft.AccountName), draft.Unreadable);
        draft.OrganizationName = row.Text("customerName", nameof(draft.OrganizationName), draft.Unreadable);
        draft.Address = row.Text("address", nameof(draft.Address), draft.Unreadable);
        draft.PhoneNumber = row.Text("phone", nameof(draft.PhoneNumber), draft.Unreadable);
        draft.References.Add(new ReferenceDraft { System = System, Id = draft.Id });
        return draft;
    }

    // A customer of this vendor has a tenant for each product. Their plan, type and license are the customer's; regions and quotas add up.
    public static void AddTenant(CustomerDraft draft, VendorRow tenant)
    {
        var plan = tenant.Text("servicePlanID", nameof(draft.ServicePlan), draft.Unreadable);
        if (draft.ServicePlan is not null && plan != draft.ServicePlan)
        {
            draft.Unreadable.Add(SecondPlan.Instance.Violated(nameof(draft.ServicePlan)));
        }

        draft.ServicePlan ??= plan;
        draft.TenantType = tenant.Value("tenantType", TenantTypes, nameof(draft.TenantType), draft.Unreadable) ?? draft.TenantType;
        draft.LicenseExpiryDate = tenant.Date("licenseExpiryDate", nameof(draft.LicenseExpiryDate), draft.Unreadable);
        foreach (var region in tenant.List("storageRegions"))
        {
            draft.StorageRegions.Add(region.Text("name", nameof(draft.StorageRegions), draft.Unreadable));
        }

        // A quota is optional, and no quota is no unlimited one.
        var path = $"{nameof(draft.Quotas)}[{draft.Quotas.Count}]";
        var quota = new QuotaDraft
        {
            Credits = tenant.Number("quota", $"{path}.Credits", draft.Unreadable),
            EffectiveDate = tenant.Date("quotaStartDate", $"{path}.EffectiveDate", draft.Unreadable),
            EndDate = tenant.Date("quotaEndDate", $"{path}.EndDate", draft.Unreadable),
        };
        if (quota is not { Credits: null, EffectiveDate: null, EndDate: null })
        {
            draft.Quotas.Add(quota);
        }
    }
}
