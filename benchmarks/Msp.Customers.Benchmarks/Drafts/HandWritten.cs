using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

// The same invariants as plain statements in one class: about the minimum of work.
internal static class HandWritten
{
    public static List<(string Code, string Path)>? Check(CustomerDraft draft)
    {
        List<(string Code, string Path)>? found = null;
        Text(draft.Id, nameof(draft.Id), TextLimits.MaxIdLength, ref found);
        Required(draft.AccountName, nameof(draft.AccountName), TextLimits.MaxNameLength, ref found);
        Required(draft.OrganizationName, nameof(draft.OrganizationName), TextLimits.MaxNameLength, ref found);
        Text(draft.Address, nameof(draft.Address), TextLimits.MaxAddressLength, ref found, lineBreaks: true);
        Text(draft.PhoneNumber, nameof(draft.PhoneNumber), TextLimits.MaxPhoneNumberLength, ref found);
        Text(draft.TimeZone, nameof(draft.TimeZone), TextLimits.MaxTimeZoneLength, ref found);
        Text(draft.ServicePlan, nameof(draft.ServicePlan), TextLimits.MaxIdLength, ref found);
        Require(SharedChecks.IsKnownZone(draft.TimeZone), "time-zone.invalid", nameof(draft.TimeZone), ref found);
        Require(Enum.IsDefined(draft.TenantType), "tenant-type.invalid", nameof(draft.TenantType), ref found);
        Require(SharedChecks.IsSupported(draft.LicenseExpiryDate), "date.out-of-range", nameof(draft.LicenseExpiryDate), ref found);
        Count(draft.StorageRegions.Count, nameof(draft.StorageRegions), ref found);
        Count(draft.Quotas.Count, nameof(draft.Quotas), ref found);
        Count(draft.Contacts.Count, nameof(draft.Contacts), ref found);
        Count(draft.References.Count, nameof(draft.References), ref found);
        Require(
            SharedChecks.AreNumbersUnique(draft.Quotas, static q => q?.Number),
            "list.duplicate-number",
            nameof(draft.Quotas),
            ref found
        );
        Require(
            SharedChecks.AreNumbersUnique(draft.Contacts, static c => c?.Number),
            "list.duplicate-number",
            nameof(draft.Contacts),
            ref found
        );
        Require(SharedChecks.HasOnePrimary(draft.Contacts), "contact.duplicate-primary", nameof(draft.Contacts), ref found);
        for (var i = 0; i < draft.StorageRegions.Count; i++)
        {
            Required(draft.StorageRegions[i], nameof(draft.StorageRegions), TextLimits.MaxTokenLength, ref found);
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
            Require(false, "list.empty-item", path, ref found);
            return;
        }

        var (start, end, credits) = (quota.EffectiveDate, quota.EndDate, quota.Credits);
        var areSupported = SharedChecks.IsSupported(start) && SharedChecks.IsSupported(end);
        Require(areSupported, "date.out-of-range", path, ref found);
        Require(start is not null, "quota.effective-date-required", path, ref found);
        Require(!areSupported || !(end < start), "quota.ends-before-it-starts", path, ref found);
        Require(credits is not null || quota.Unlimited, "quota.credits-required", path, ref found);
        Require(credits is null || !quota.Unlimited, "quota.credits-and-unlimited", path, ref found);
        Require(!(credits <= 0), "quota.credits-not-positive", path, ref found);
        Require(!(credits > Credits.Max.Amount), "quota.credits-too-large", path, ref found);
        Require(credits is not { } c || !Credits.IsTooFine(c), "quota.credits-too-precise", path, ref found);
    }

    private static void Contact(ContactDraft? contact, string path, ref List<(string, string)>? found)
    {
        if (contact is null)
        {
            Require(false, "list.empty-item", path, ref found);
            return;
        }

        Required(contact.Name, path, TextLimits.MaxNameLength, ref found);
        Text(contact.Email, path, TextLimits.MaxEmailLength, ref found);
        Text(contact.PhoneNumber, path, TextLimits.MaxPhoneNumberLength, ref found);
        Require(SharedChecks.AreKnown(contact.Roles), "contact.invalid-roles", path, ref found);
    }

    private static void Reference(ReferenceDraft? reference, string path, ref List<(string, string)>? found)
    {
        if (reference is null)
        {
            Require(false, "list.empty-item", path, ref found);
            return;
        }

        Required(reference.System, path, TextLimits.MaxTokenLength, ref found);
        Required(reference.Id, path, TextLimits.MaxNameLength, ref found);
    }

    private static void Required(string? text, string path, int maxLength, ref List<(string, string)>? found)
    {
        Require(!TextLimits.IsMissing(text), "field.required", path, ref found);
        Text(text, path, maxLength, ref found);
    }

    private static void Text(string? text, string path, int maxLength, ref List<(string, string)>? found, bool lineBreaks = false)
    {
        Require(text is null || text.Length <= maxLength, "field.too-long", path, ref found);
        Require(!TextLimits.HasControls(text, lineBreaks), "field.control-characters", path, ref found);
        Require(TextLimits.IsWellFormed(text), "field.unpaired-surrogate", path, ref found);
    }

    private static void Count(int count, string path, ref List<(string, string)>? found) =>
        Require(count <= TextLimits.MaxItems, "list.too-long", path, ref found);

    private static void Require(bool condition, string code, string path, ref List<(string, string)>? found)
    {
        if (!condition)
        {
            (found ??= []).Add((code, path));
        }
    }
}
