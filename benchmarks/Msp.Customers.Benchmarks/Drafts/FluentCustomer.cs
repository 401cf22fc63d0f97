using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

// The same invariants in FluentValidation, written as its users write them.
internal class FluentCustomer : AbstractValidator<CustomerDraft>
{
    public FluentCustomer()
    {
        RuleFor(d => d.Id).Text(TextForm.MaxIdLength);
        RuleFor(d => d.AccountName).RequiredText(TextForm.MaxNameLength);
        RuleFor(d => d.OrganizationName).RequiredText(TextForm.MaxNameLength);
        RuleFor(d => d.Address).Text(TextForm.MaxAddressLength, lineBreaks: true);
        RuleFor(d => d.PhoneNumber).Text(TextForm.MaxPhoneNumberLength);
        RuleFor(d => d.TimeZone).Text(TextForm.MaxTimeZoneLength).Must(SharedChecks.IsKnownZone).WithErrorCode("time-zone.unknown");
        RuleFor(d => d.ServicePlan).Text(TextForm.MaxIdLength);
        RuleFor(d => d.TenantType).IsInEnum().WithErrorCode("tenant-type.unknown");
        RuleFor(d => d.LicenseExpiryDate).Must(SharedChecks.IsSupported).WithErrorCode("date.out-of-range");

        RuleFor(d => d.StorageRegions).Must(NotBeTooLong).WithErrorCode("list.too-long");
        RuleForEach(d => d.StorageRegions).RequiredText(TextForm.MaxTokenLength);

        RuleFor(d => d.Quotas)
            .Must(NotBeTooLong)
            .WithErrorCode("list.too-long")
            .Must(quotas => SharedChecks.AreNumbersUnique(quotas, static q => q?.Number))
            .WithErrorCode("list.number-repeated");
        RuleForEach(d => d.Quotas).NotNull().WithErrorCode("list.item-missing").SetValidator(new FluentQuota());

        RuleFor(d => d.Contacts)
            .Must(NotBeTooLong)
            .WithErrorCode("list.too-long")
            .Must(contacts => SharedChecks.AreNumbersUnique(contacts, static c => c?.Number))
            .WithErrorCode("list.number-repeated")
            .Must(SharedChecks.HasOnePrimary)
            .WithErrorCode("contact.second-primary");
        RuleForEach(d => d.Contacts).NotNull().WithErrorCode("list.item-missing").SetValidator(new FluentContact());

        RuleFor(d => d.References).Must(NotBeTooLong).WithErrorCode("list.too-long");
        RuleForEach(d => d.References).NotNull().WithErrorCode("list.item-missing").SetValidator(new FluentReference());
    }

    private static bool NotBeTooLong<T>(IList<T> items) => items.Count <= TextForm.MaxItems;
}
