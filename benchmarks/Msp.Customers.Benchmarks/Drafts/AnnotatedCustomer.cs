using System.ComponentModel.DataAnnotations;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Benchmarks.Drafts;

// The same rules as attributes of System.ComponentModel.DataAnnotations, in their usual form. DataAnnotations does not validate
// items of lists itself.
internal sealed class AnnotatedCustomer(CustomerDraft draft) : IValidatableObject
{
    [MaxLength(TextLimits.MaxIdLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? Id { get; } = draft.Id;

    [
        Required(ErrorMessage = "field.required"),
        MaxLength(TextLimits.MaxNameLength, ErrorMessage = "field.too-long"),
        NoControls,
        WellFormed
    ]
    public string? AccountName { get; } = draft.AccountName;

    [
        Required(ErrorMessage = "field.required"),
        MaxLength(TextLimits.MaxNameLength, ErrorMessage = "field.too-long"),
        NoControls,
        WellFormed
    ]
    public string? OrganizationName { get; } = draft.OrganizationName;

    [MaxLength(TextLimits.MaxAddressLength, ErrorMessage = "field.too-long"), NoControls(LineBreaks = true), WellFormed]
    public string? Address { get; } = draft.Address;

    [MaxLength(TextLimits.MaxPhoneNumberLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? PhoneNumber { get; } = draft.PhoneNumber;

    [MaxLength(TextLimits.MaxTimeZoneLength, ErrorMessage = "field.too-long"), NoControls, WellFormed, KnownZone]
    public string? TimeZone { get; } = draft.TimeZone;

    [MaxLength(TextLimits.MaxIdLength, ErrorMessage = "field.too-long"), NoControls, WellFormed]
    public string? ServicePlan { get; } = draft.ServicePlan;

    [EnumDataType(typeof(TenantType), ErrorMessage = "tenant-type.invalid")]
    public TenantType TenantType { get; } = draft.TenantType;

    [SupportedDate]
    public LocalDate? LicenseExpiryDate { get; } = draft.LicenseExpiryDate;

    [MaxLength(TextLimits.MaxItems, ErrorMessage = "list.too-long")]
    public List<string?> StorageRegions { get; } = [.. draft.StorageRegions];

    [MaxLength(TextLimits.MaxItems, ErrorMessage = "list.too-long")]
    public List<AnnotatedQuota?> Quotas { get; } = [.. draft.Quotas.Select(q => q is null ? null : new AnnotatedQuota(q))];

    [MaxLength(TextLimits.MaxItems, ErrorMessage = "list.too-long")]
    public List<AnnotatedContact?> Contacts { get; } = [.. draft.Contacts.Select(c => c is null ? null : new AnnotatedContact(c))];

    [MaxLength(TextLimits.MaxItems, ErrorMessage = "list.too-long")]
    public List<AnnotatedReference?> References { get; } = [.. draft.References.Select(r => r is null ? null : new AnnotatedReference(r))];

    public List<(string Code, string Path)> Check()
    {
        var found = new List<(string Code, string Path)>();
        Check(this, null);
        Each(Quotas, nameof(Quotas));
        Each(Contacts, nameof(Contacts));
        Each(References, nameof(References));
        return found;

        void Each<T>(List<T?> all, string path)
            where T : class
        {
            foreach (var item in all)
            {
                if (item is null)
                {
                    found.Add(("list.empty-item", path));
                }
                else
                {
                    Check(item, path);
                }
            }
        }

        void Check(object instance, string? path)
        {
            var results = new List<ValidationResult>();
            if (!Validator.TryValidateObject(instance, new ValidationContext(instance), results, validateAllProperties: true))
            {
                found.AddRange(results.Select(r => (r.ErrorMessage!, path ?? r.MemberNames.First())));
            }
        }
    }

    // Validates conditions over several members, and the texts of a list.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var region in StorageRegions)
        {
            if (TextLimits.IsMissing(region))
            {
                yield return new("field.required", [nameof(StorageRegions)]);
            }
            else if (region.Length > TextLimits.MaxTokenLength)
            {
                yield return new("field.too-long", [nameof(StorageRegions)]);
            }
            else if (TextLimits.HasControls(region, lineBreaks: false))
            {
                yield return new("field.control-characters", [nameof(StorageRegions)]);
            }
            else if (!TextLimits.IsWellFormed(region))
            {
                yield return new("field.unpaired-surrogate", [nameof(StorageRegions)]);
            }
        }

        if (!SharedChecks.AreNumbersUnique(draft.Quotas, static q => q?.Number))
        {
            yield return new("list.duplicate-number", [nameof(Quotas)]);
        }

        if (!SharedChecks.AreNumbersUnique(draft.Contacts, static c => c?.Number))
        {
            yield return new("list.duplicate-number", [nameof(Contacts)]);
        }

        if (!SharedChecks.HasOnePrimary(draft.Contacts))
        {
            yield return new("contact.duplicate-primary", [nameof(Contacts)]);
        }
    }
}
