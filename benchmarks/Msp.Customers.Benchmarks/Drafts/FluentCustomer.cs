using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

// The same invariants in FluentValidation, in its usual form.
internal class FluentCustomer : AbstractValidator<CustomerDraft>
{
    public FluentCustomer()
    {
        RuleFor(d => d.Id).Text(TextLimits.MaxIdLength);
        RuleFor(d => d.AccountName).RequiredText(TextLimits.MaxNameLength);
        RuleFor(d => d.OrganizationName).RequiredText(TextLimits.MaxNameLength);
        RuleFor(d => d.Address).Text(TextLimits.MaxAddressLength, lineBreaks: true);
        RuleFor(d => d.PhoneNumber).Text(TextLimits.MaxPhoneNumberLength);
        RuleFor(d => d.TimeZone).Text(TextLimits.MaxTimeZoneLength).Must(SharedChecks.IsKnownZone).WithErrorCode("time-zone.invalid");
        RuleFor(d => d.ServicePlan).Text(TextLimits.MaxIdLength);
        RuleFor(d => d.TenantType).IsInEnum().WithErrorCode("tenant-type.invalid");
        RuleFor(d => d.LicenseExpiryDate).Must(SharedChecks.IsSupported).WithErrorCode("date.out-of-range");

        RuleFor(d => d.StorageRegions).Must(NotBeTooLong).WithErrorCode("list.too-long");
        RuleForEach(d => d.StorageRegions).RequiredText(TextLimits.MaxTokenLength);

        RuleFor(d => d.Quotas)
            .Must(NotBeTooLong)
            .WithErrorCode("list.too-long")
            .Must(quotas => SharedChecks.AreNumbersUnique(quotas, static q => q?.Number))
            .WithErrorCode("list.duplicate-number");
        RuleForEach(d => d.Quotas).NotNull().WithErrorCode("list.empty-item").SetValidator(new FluentQuota());

        RuleFor(d => d.Contacts)
            .Must(NotBeTooLong)
            .WithErrorCode("list.too-long")
            .Must(contacts => SharedChecks.AreNumbersUnique(contacts, static c => c?.Number))
            .WithErrorCode("list.duplicate-number")
            .Must(SharedChecks.HasOnePrimary)
            .WithErrorCode("contact.duplicate-primary");
        RuleForEach(d => d.Contacts).NotNull().WithErrorCode("list.empty-item").SetValidator(new FluentContact());

        RuleFor(d => d.References).Must(NotBeTooLong).WithErrorCode("list.too-long");
        RuleForEach(d => d.References).NotNull().WithErrorCode("list.empty-item").SetValidator(new FluentReference());
    }

    private static bool NotBeTooLong<T>(IList<T> items) => items.Count <= TextLimits.MaxItems;
}
