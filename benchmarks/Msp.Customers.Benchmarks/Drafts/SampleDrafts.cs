using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Benchmarks.Drafts;

// The valid draft that is measured, and a draft for each rule that violates it, on which the competitors must agree.
internal static class SampleDrafts
{
    public static CustomerDraft Valid() =>
        new()
        {
            AccountName = "Northwind",
            OrganizationName = "Northwind Traders",
            Address = "1 Harbour Road\nBremen",
            PhoneNumber = "+49 421 555 0100",
            TimeZone = "Europe/Berlin",
            ServicePlan = "gold",
            LicenseExpiryDate = new LocalDate(2027, 2, 28),
            StorageRegions = { "eu-central-1" },
            Quotas =
            {
                new QuotaDraft
                {
                    Credits = 100,
                    EffectiveDate = new LocalDate(2026, 3, 1),
                    EndDate = new LocalDate(2026, 3, 30),
                },
            },
            Contacts =
            {
                new ContactDraft
                {
                    Name = "Ada Example",
                    Email = "ada@northwind.example",
                    PhoneNumber = "+49 421 555 0101",
                    Roles = ContactRoles.Billing,
                    IsPrimary = true,
                },
                new ContactDraft
                {
                    Name = "Grace Example",
                    Email = "grace@northwind.example",
                    PhoneNumber = "+49 421 555 0102",
                    Roles = ContactRoles.Technical,
                },
            },
            References =
            {
                new ReferenceDraft { System = "psa", Id = "4711" },
            },
        };

    // A draft with four errors.
    public static CustomerDraft Faulty()
    {
        var draft = Valid();
        (draft.AccountName, draft.TimeZone, draft.Quotas[0].Credits, draft.Contacts[1].Name) = (" ", "Europe/Nowhere", 0, null);
        return draft;
    }

    public static IEnumerable<(string Code, CustomerDraft Draft)> Broken() =>
        Breaks.Select(b =>
        {
            var draft = Valid();
            b.Break(draft);
            return (b.Code, draft);
        });

    private static readonly LocalDate NotIso = new(2026, 3, 1, CalendarSystem.Julian);

    private static readonly (string Code, Action<CustomerDraft> Break)[] Breaks =
    [
        ("field.required", d => d.AccountName = " "),
        ("field.required", d => d.OrganizationName = null),
        ("field.required", d => d.StorageRegions[0] = ""),
        ("field.required", d => d.Contacts[1].Name = null),
        ("field.required", d => d.References[0].System = null),
        ("field.required", d => d.References[0].Id = null),
        ("field.too-long", d => d.Id = new string('x', TextLimits.MaxIdLength + 1)),
        ("field.too-long", d => d.AccountName = new string('x', TextLimits.MaxNameLength + 1)),
        ("field.too-long", d => d.Address = new string('x', TextLimits.MaxAddressLength + 1)),
        ("field.too-long", d => d.PhoneNumber = new string('1', TextLimits.MaxPhoneNumberLength + 1)),
        ("field.too-long", d => d.TimeZone = new string('x', TextLimits.MaxTimeZoneLength + 1)),
        ("field.too-long", d => d.Contacts[0].Email = $"a@{new string('x', TextLimits.MaxEmailLength)}"),
        ("field.control-characters", d => d.AccountName = "North\twind"),
        ("field.control-characters", d => d.ServicePlan = "go\nld"),
        ("field.control-characters", d => d.Contacts[0].Name = "Ada\0"),
        ("field.unpaired-surrogate", d => d.OrganizationName = "half \uD83D"),
        ("list.too-long", d => d.StorageRegions = [.. Enumerable.Repeat("eu-central-1", TextLimits.MaxItems + 1)]),
        ("list.empty-item", d => d.Contacts.Add(null!)),
        ("list.empty-item", d => d.Quotas.Add(null!)),
        ("list.duplicate-number", d => d.Contacts[0].Number = d.Contacts[1].Number = 1),
        ("time-zone.invalid", d => d.TimeZone = "Europe/Nowhere"),
        ("tenant-type.invalid", d => d.TenantType = (TenantType)9),
        ("date.out-of-range", d => d.LicenseExpiryDate = NotIso),
        ("date.out-of-range", d => d.Quotas[0].EndDate = NotIso),
        ("quota.effective-date-required", d => d.Quotas[0].EffectiveDate = null),
        ("quota.ends-before-it-starts", d => d.Quotas[0].EndDate = new LocalDate(2026, 2, 28)),
        ("quota.credits-required", d => d.Quotas[0].Credits = null),
        ("quota.credits-and-unlimited", d => d.Quotas[0].Unlimited = true),
        ("quota.credits-not-positive", d => d.Quotas[0].Credits = 0),
        ("quota.credits-too-precise", d => d.Quotas[0].Credits = 0.0000001m),
        ("quota.credits-too-large", d => d.Quotas[0].Credits = decimal.MaxValue),
        ("contact.invalid-roles", d => d.Contacts[0].Roles = (ContactRoles)64),
        ("contact.duplicate-primary", d => d.Contacts[1].IsPrimary = true),
    ];
}
