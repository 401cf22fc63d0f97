using Msp.Customers;
using Msp.Customers.Calendars;
using Msp.Customers.Plans;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;
using NodaTime;
using NodaTime.Text;

namespace QuickStart;

/// <summary>What the vendor's rows mean in the library's words. Numbers are mapped one by one: this vendor counts its tenant types from 1.</summary>
internal static class VendorMapping
{
    private const string System = "vendor";

    private static readonly OutsideNames<TenantType> TenantTypes =
        new(("1", TenantType.Sandbox), ("2", TenantType.Evaluation), ("3", TenantType.Commercial));

    private static readonly OutsideNames<Edition> Editions = new();

    public static PlanDraft Plan(VendorRow row, List<Violation> unreadable)
    {
        var products = row.List("products", "products", unreadable);
        return new PlanDraft
        {
            Id = row.Text("id", nameof(PlanDraft.Id), unreadable),
            Name = row.Text("name", nameof(PlanDraft.Name), unreadable),
            Edition = products.Count > 0 ? products[0].Value("edition", Editions, nameof(PlanDraft.Edition), unreadable) : null,
            Features =
            [
                .. products.SelectMany(p => p.List("features", nameof(PlanDraft.Features), unreadable))
                    .Select(f => f.Text("name", nameof(PlanDraft.Features), unreadable)).Distinct(),
            ],
        };
    }

    // A customer of this vendor has a tenant for each product. Regions and quotas add up; plan, tenant type and license must agree.
    public static CustomerDraft Customer(VendorRow row, IReadOnlyList<VendorRow> tenants, List<Violation> unreadable)
    {
        var id = row.Text("id", nameof(CustomerDraft.Id), unreadable);
        return new CustomerDraft
        {
            Id = id,
            AccountName = row.Text("accountName", nameof(CustomerDraft.AccountName), unreadable),
            OrganizationName = row.Text("customerName", nameof(CustomerDraft.OrganizationName), unreadable),
            Address = row.Text("address", nameof(CustomerDraft.Address), unreadable),
            PhoneNumber = row.Text("phone", nameof(CustomerDraft.PhoneNumber), unreadable),
            References = { new ReferenceDraft { System = System, Id = id } },
            ServicePlan = Agreed(
                nameof(CustomerDraft.ServicePlan), unreadable, tenants.Select(t => t.Text("servicePlanID", nameof(CustomerDraft.ServicePlan), unreadable))),
            TenantType = Agreed(
                nameof(CustomerDraft.TenantType), unreadable, tenants.Select(t => t.Value("tenantType", TenantTypes, nameof(CustomerDraft.TenantType), unreadable)))
                ?? TenantType.Evaluation,
            LicenseExpiryDate = Agreed(
                nameof(CustomerDraft.LicenseExpiryDate), unreadable, tenants.Select(t => t.Date("licenseExpiryDate", nameof(CustomerDraft.LicenseExpiryDate), unreadable))),
            StorageRegions =
            [
                .. tenants.SelectMany(t => t.List("storageRegions", nameof(CustomerDraft.StorageRegions), unreadable))
                    .Select(r => r.Text("name", nameof(CustomerDraft.StorageRegions), unreadable)),
            ],
            Quotas = [.. Quotas(tenants, unreadable)],
        };
    }

    // The day from which the vendor knows the customer is the day of its registration.
    public static LocalDate? CreatedOn(VendorRow row, List<Violation> unreadable)
    {
        var day = row.Date("createdOn", nameof(Msp.Customers.Customer.RegisteredOn), unreadable);
        if (day is not { } date || SupportedDates.Contains(date))
        {
            return day;
        }

        unreadable.Add(UnreadableDate.Instance.Violated(nameof(Msp.Customers.Customer.RegisteredOn)));
        return null;
    }

    private static T? Agreed<T>(string path, List<Violation> unreadable, IEnumerable<T?> said)
    {
        var values = said.Where(v => v is not null).Distinct().ToList();
        if (values.Count > 1)
        {
            unreadable.Add(TenantsDiffer.Instance.Violated(path, ("Values", string.Join(", ", values.Select(v => v is LocalDate date ? LocalDatePattern.Iso.Format(date) : v!.ToString())))));
        }

        return values.FirstOrDefault();
    }

    // A tenant may have no quota, which is no unlimited one.
    private static IEnumerable<QuotaDraft> Quotas(IReadOnlyList<VendorRow> tenants, List<Violation> unreadable)
    {
        var count = 0;
        foreach (var tenant in tenants)
        {
            var path = $"{nameof(CustomerDraft.Quotas)}[{count}]";
            var quota = new QuotaDraft
            {
                Credits = tenant.Number("quota", $"{path}.Credits", unreadable),
                EffectiveDate = tenant.Date("quotaStartDate", $"{path}.EffectiveDate", unreadable),
                EndDate = tenant.Date("quotaEndDate", $"{path}.EndDate", unreadable),
            };
            if (quota is not { Credits: null, EffectiveDate: null, EndDate: null })
            {
                count++;
                yield return quota;
            }
        }
    }
}
