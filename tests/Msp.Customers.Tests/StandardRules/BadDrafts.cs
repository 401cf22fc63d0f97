using Msp.Customers.Names;
using Msp.Customers.Parsing;
using Msp.Customers.Rules;
using static Msp.Customers.Tests.StandardRules.BadInput;

namespace Msp.Customers.Tests.StandardRules;

// Drafts and page requests that are invalid by themselves.
internal static class BadDrafts
{
    public static IEnumerable<BadInput> Rows =>
        [
            Draft(
                "field.required",
                d =>
                {
                    (d.AccountName, d.OrganizationName) = (" ", null);
                    d.StorageRegions.Add(null);
                    d.Contacts[1].Name = "";
                    d.References.Add(new ReferenceDraft());
                },
                "AccountName",
                "OrganizationName",
                "StorageRegions[1]",
                "Contacts[1].Name",
                "References[1].System",
                "References[1].Id"
            ),
            Draft(
                "field.too-long",
                d =>
                {
                    (d.Id, d.Address) = (new string('x', 129), new string('x', 1025));
                    d.Contacts[0].Email = new string('x', 250) + "@a.io";
                    d.References[0].System = new string('x', 65);
                },
                "Id",
                "Address",
                "Contacts[0].Email",
                "References[0].System"
            ),
            Draft(
                "field.control-characters",
                d => (d.AccountName, d.Contacts[1].Name) = ("North\0wind", "Grace\u0085Example"),
                "AccountName",
                "Contacts[1].Name"
            ),
            Draft(
                "field.unpaired-surrogate",
                d => (d.OrganizationName, d.StorageRegions[0]) = ("North\uD800wind", "eu\uDC00"),
                "OrganizationName",
                "StorageRegions[0]"
            ),
            Draft("detail.required", d => d.Contacts.Clear(), "Contacts") with
            {
                Configure = o => o.Rules.RequiredFields = RequiredFields.Contact,
            },
            Draft(
                "list.too-long",
                d => d.StorageRegions = [.. Enumerable.Range(0, TextLimits.MaxItems + 1).Select(i => $"r{i}")],
                "StorageRegions"
            ),
            Draft(
                "list.empty-item",
                d =>
                {
                    d.Quotas.Insert(0, null!);
                    d.Contacts.Add(null!);
                    d.References.Add(null!);
                },
                "Quotas[0]",
                "Contacts[2]",
                "References[1]"
            ),
            Edit(
                "list.duplicate-number",
                d =>
                {
                    d.Quotas.Add(
                        new QuotaDraft
                        {
                            Number = 1,
                            Credits = 1,
                            EffectiveDate = Valid.Today,
                        }
                    );
                    d.Contacts[1].Number = 1;
                },
                "Quotas[1].Number",
                "Contacts[1].Number"
            ),
            Edit("quota.not-found", d => d.Quotas[0].Number = 2, "Quotas[0].Number"),
            Edit("contact.not-found", d => d.Contacts[1].Number = 0, "Contacts[1].Number"),
            Draft(
                "phone-number.invalid",
                d => (d.PhoneNumber, d.Contacts[1].PhoneNumber) = ("ask Ada", "12"),
                "PhoneNumber",
                "Contacts[1].PhoneNumber"
            ),
            Draft("email.invalid", d => d.Contacts[0].Email = "ada at northwind.example", "Contacts[0].Email"),
            Draft("contact.duplicate-email", d => d.Contacts[1].Email = " ADA@Northwind.example", "Contacts[1].Email"),
            Draft("contact.duplicate-email", d => d.Contacts[1].Email = "ada@nort\uFF48wind.example", "Contacts[1].Email"),
            Draft(
                "text.invisible-characters",
                d =>
                {
                    (d.Id, d.AccountName, d.OrganizationName) = ("c\u200B1", "North\u200Dwind", "North\u202Ewind");
                    (d.Contacts[0].Name, d.Contacts[1].Email) = ("A\u00ADda", "grace\u2060@northwind.example");
                    d.StorageRegions = ["us-east\uFEFF-1"];
                    d.References = [new() { System = "ps\u200Ca", Id = "47\u206611" }];
                },
                "Id",
                "AccountName",
                "OrganizationName",
                "StorageRegions[0]",
                "Contacts[0].Name",
                "Contacts[1].Email",
                "References[0].System",
                "References[0].Id"
            ),
            Draft(
                "field.required",
                d => (d.AccountName, d.OrganizationName) = ("\u3164", "\u200B\u2800"),
                "AccountName",
                "OrganizationName"
            ),
            Draft("contact.invalid-roles", d => d.Contacts[0].Roles = (ContactRoles)16, "Contacts[0].Roles"),
            Draft("contact.duplicate-primary", d => d.Contacts[1].IsPrimary = true, "Contacts[1].IsPrimary"),
            Draft("time-zone.invalid", d => d.TimeZone = "Mars/Olympus", "TimeZone"),
            Draft("tenant-type.invalid", d => d.TenantType = (TenantType)3, "TenantType"),
            Draft(
                "date.out-of-range",
                d =>
                    (d.LicenseExpiryDate, d.Quotas[0].EndDate) = (
                        new LocalDate(0, 12, 31),
                        new LocalDate(1740, 1, 1, CalendarSystem.Coptic)
                    ),
                "LicenseExpiryDate",
                "Quotas[0].EndDate"
            ),
            Draft("quota.effective-date-required", d => d.Quotas[0].EffectiveDate = null, "Quotas[0].EffectiveDate"),
            Draft("quota.ends-before-it-starts", d => d.Quotas[0].EndDate = Valid.Today.PlusDays(-1), "Quotas[0].EndDate"),
            Draft("quota.credits-required", d => d.Quotas[0].Credits = null, "Quotas[0].Credits"),
            Draft("quota.credits-and-unlimited", d => d.Quotas[0].Unlimited = true, "Quotas[0].Unlimited"),
            Draft("quota.credits-not-positive", d => d.Quotas[0].Credits = 0, "Quotas[0].Credits"),
            Draft("quota.credits-too-precise", d => d.Quotas[0].Credits = 1.0000001m, "Quotas[0].Credits"),
            Draft("quota.credits-too-large", d => d.Quotas[0].Credits = 1_000_000_000_000.000001m, "Quotas[0].Credits"),
            Draft("quota.invalid-carry-over-source", d => d.Quotas[0].CarryOver = new CarryOverDraft(), "Quotas[0].CarryOver.From"),
            Edit(
                "quota.invalid-carry-over-source",
                d =>
                {
                    d.Quotas[0].CarryOver = new CarryOverDraft { From = 1 };
                    d.Quotas.Add(
                        new QuotaDraft
                        {
                            Credits = 1,
                            EffectiveDate = Valid.Today,
                            CarryOver = new CarryOverDraft { From = 7 },
                        }
                    );
                },
                "Quotas[0].CarryOver.From",
                "Quotas[1].CarryOver.From"
            ) with
            {
                Also = ["quota.overlaps"],
            },
            Edit(
                "quota.carry-over-overlaps",
                d =>
                {
                    var last = d.Quotas[0].EndDate!.Value;
                    d.Quotas.Add(
                        new QuotaDraft
                        {
                            Credits = 1,
                            EffectiveDate = last,
                            CarryOver = new CarryOverDraft { From = 1 },
                        }
                    );
                    d.Quotas.Add(
                        new QuotaDraft
                        {
                            Credits = 1,
                            EffectiveDate = last.PlusDays(1),
                            CarryOver = new CarryOverDraft { From = 1 },
                        }
                    );
                },
                "Quotas[1].CarryOver.From"
            ) with
            {
                Also = ["quota.overlaps"],
            },
            Edit(
                "quota.carry-over-overlaps",
                d =>
                {
                    d.Quotas[0].EndDate = null;
                    d.Quotas.Add(
                        new QuotaDraft
                        {
                            Credits = 1,
                            EffectiveDate = new LocalDate(2030, 1, 1),
                            CarryOver = new CarryOverDraft { From = 1 },
                        }
                    );
                },
                "Quotas[1].CarryOver.From"
            ) with
            {
                Also = ["quota.overlaps"],
            },
            Edit("quota.invalid-carry-over-cap", d => Renew(d, 0, 0), "Quotas[1].CarryOver.MaxCredits", "Quotas[1].CarryOver.MaxPercent"),
            Edit(
                "quota.invalid-carry-over-cap",
                d => Renew(d, 0.0000001m, 0.0000001m),
                "Quotas[1].CarryOver.MaxCredits",
                "Quotas[1].CarryOver.MaxPercent"
            ),
            Edit(
                "quota.invalid-carry-over-cap",
                d => Renew(d, 1_000_000_000_000.000001m, 1_000.000001m),
                "Quotas[1].CarryOver.MaxCredits",
                "Quotas[1].CarryOver.MaxPercent"
            ),
            Draft("value.invalid", d => new ExternalNames<TenantType>().Read("Trial", "TenantType", d.ParseErrors), "TenantType"),
            Draft("date.invalid", d => ExternalDate.Read("31.01.2026", "LicenseExpiryDate", d.ParseErrors), "LicenseExpiryDate"),
            Plan("plan.edition-required", d => d.Edition = (Edition)3, "Edition"),
            Plan("plan.list-too-long", d => d.Features = [.. Enumerable.Repeat<string?>("f", TextLimits.MaxItems + 1)], "Features"),
            Plan("field.required", d => (d.Id, d.Name, d.Features[0]) = (null, "", " "), "Id", "Name", "Features[0]"),
            Plan("field.too-long", d => d.AllowedRegions.Add(new string('x', 65)), "AllowedRegions[0]"),
            Page("page.invalid-token", new() { Token = "garbage" }, "Token"),
            Page("page.size-out-of-range", new() { Size = 0 }, "Size"),
            Page("page.invalid-sort", new() { Sort = (CustomerSort)(-1) }, "Sort"),
            Page("page.filter-required", new() { Filter = null! }, "Filter"),
            Page("page.invalid-filter-value", new() { Filter = new() { Status = (CustomerStatus)3 } }, "Filter.Status"),
            Page("page.filter-too-long", new() { Filter = new() { Text = new string('x', 1025) } }, "Filter.Text"),
            Page("page.filter-date-out-of-range", new() { Filter = new() { QuotaInForceOn = new(0, 1, 1) } }, "Filter.QuotaInForceOn"),
        ];

    private static void Renew(CustomerDraft draft, decimal maxCredits, decimal maxPercent) =>
        draft.Quotas.Add(
            new QuotaDraft
            {
                Credits = 1,
                EffectiveDate = draft.Quotas[0].EndDate!.Value.PlusDays(1),
                CarryOver = new CarryOverDraft
                {
                    From = 1,
                    MaxCredits = maxCredits,
                    MaxPercent = maxPercent,
                },
            }
        );
}
