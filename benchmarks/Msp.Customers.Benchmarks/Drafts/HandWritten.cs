using Msp.Customers.Contacts;
using Msp.Customers.Names;
using Msp.Customers.Quotas;

namespace Msp.Customers.Benchmarks.Drafts;

// The same invariants as one class of plain statements: about the least that has to be done.
internal static class HandWritten
{
    public static List<(string Code, string Path)>? Check(CustomerDraft draft)
    {
        List<(string Code, string Path)>? found = null;
        Text(draft.Id, nameof(draft.Id), TextForm.MaxIdLength, ref found);
        Required(draft.AccountName, nameof(draft.AccountName), TextForm.MaxNameLength, ref found);
        Required(draft.OrganizationName, nameof(draft.OrganizationName), TextForm.MaxNameLength, ref found);
        Text(draft.Address, nameof(draft.Address), TextForm.MaxAddressLength, ref found, lineBreaks: true);
        Text(draft.PhoneNumber, nameof(draft.PhoneNumber), TextForm.MaxPhoneNumberLength, ref found);
        Text(draft.TimeZone, nameof(draft.TimeZone), TextForm.MaxTimeZoneLength, ref found);
        Text(draft.ServicePlan, nameof(draft.ServicePlan), TextForm.MaxIdLength, ref found);
        Demand(SharedChecks.IsKnownZone(draft.TimeZone), "time-zone.unknown", nameof(draft.TimeZone), ref found);
        Demand(Enum.IsDefined(draft.TenantType), "tenant-type.unknown", nameof(draft.TenantType), ref found);
        Demand(SharedChecks.IsSupported(draft.LicenseExpiryDate), "date.out-of-range", nameof(draft.LicenseExpiryDate), ref found);
        Count(draft.StorageRegions.Count, nameof(draft.StorageRegions), ref found);
        Count(draft.Quotas.Count, nameof(draft.Quotas), ref found);
        Count(draft.Contacts.Count, nameof(draft.Contacts), ref found);
        Count(draft.References.Count, nameof(draft.References), ref found);
        Demand(SharedChecks.AreNumbersUnique(draft.Quotas, static q => q?.Number), "list.number-repeated", nameof(draft.Quotas), ref found);
        Demand(
            SharedChecks.AreNumbersUnique(draft.Contacts, static c => c?.Number),
            "list.number-repeated",
            nameof(draft.Contacts),
            ref found
        );
        Demand(SharedChecks.HasOnePrimary(draft.Contacts), "contact.second-primary", nameof(draft.Contacts), ref found);
        for (var i = 0; i < draft.StorageRegions.Count; i++)
        {
            Required(draft.StorageRegions[i], nameof(draft.StorageRegions), TextForm.MaxTokenLength, ref found);
        }

        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            Quota(draft.Quotas[i], nameof(draft.Quotas), ref found);
        }

        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            Contact(draft.Contacts[i], nameof(draft.Contacts), ref found);
        }

        for (var i = 0; i < draft.References.Count; i++)
        {
            Reference(draft.References[i], nameof(draft.References), ref found);
        }

        return found;
    }

    private static void Quota(QuotaDraft? quota, string path, ref List<(string, string)>? found)
    {
        if (quota is null)
        {
            Demand(false, "list.item-missing", path, ref found);
            return;
        }

        var (start, end, credits) = (quota.EffectiveDate, quota.EndDate, quota.Credits);
        var areSupported = SharedChecks.IsSupported(start) && SharedChecks.IsSupported(end);
        Demand(areSupported, "date.out-of-range", path, ref found);
        Demand(start is not null, "quota.effective-date-missing", path, ref found);
        Demand(!areSupported || !(end < start), "quota.ends-before-it-starts", path, ref found);
        Demand(credits is not null || quota.Unlimited, "quota.credits-missing", path, ref found);
        Demand(credits is null || !quota.Unlimited, "quota.credits-and-unlimited", path, ref found);
        Demand(!(credits <= 0), "quota.credits-not-positive", path, ref found);
        Demand(!(credits > Credits.Max.Amount), "quota.credits-too-large", path, ref found);
        Demand(credits is not { } c || !Credits.IsTooFine(c), "quota.credits-too-fine", path, ref found);
    }

    private static void Contact(ContactDraft? contact, string path, ref List<(string, string)>? found)
    {
        if (contact is null)
        {
            Demand(false, "list.item-missing", path, ref found);
            return;
        }

        Required(contact.Name, path, TextForm.MaxNameLength, ref found);
        Text(contact.Email, path, TextForm.MaxEmailLength, ref found);
        Text(contact.PhoneNumber, path, TextForm.MaxPhoneNumberLength, ref found);
        Demand(SharedChecks.AreKnown(contact.Roles), "contact.roles-unknown", path, ref found);
    }

    private static void Reference(ReferenceDraft? reference, string path, ref List<(string, string)>? found)
    {
        if (reference is null)
        {
            Demand(false, "list.item-missing", path, ref found);
            return;
        }

        Required(reference.System, path, TextForm.MaxTokenLength, ref found);
        Required(reference.Id, path, TextForm.MaxNameLength, ref found);
    }

    private static void Required(string? text, string path, int maxLength, ref List<(string, string)>? found)
    {
        Demand(!TextForm.IsMissing(text), "field.required", path, ref found);
        Text(text, path, maxLength, ref found);
    }

    private static void Text(string? text, string path, int maxLength, ref List<(string, string)>? found, bool lineBreaks = false)
    {
        Demand(text is null || text.Length <= maxLength, "field.too-long", path, ref found);
        Demand(!TextForm.HasControls(text, lineBreaks), "field.control-characters", path, ref found);
        Demand(TextForm.IsWellFormed(text), "field.malformed", path, ref found);
    }

    private static void Count(int count, string path, ref List<(string, string)>? found) =>
        Demand(count <= TextForm.MaxItems, "list.too-long", path, ref found);

    private static void Demand(bool condition, string code, string path, ref List<(string, string)>? found)
    {
        if (!condition)
        {
            (found ??= []).Add((code, path));
        }
    }
}
