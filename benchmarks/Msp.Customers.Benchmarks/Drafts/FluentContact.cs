using FluentValidation;
using Msp.Customers.Contacts;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentContact : AbstractValidator<ContactDraft>
{
    public FluentContact(Func<string?, bool> isPhoneNumber)
    {
        RuleFor(c => c.Name).RequiredText(TextForm.MaxNameLength);
        RuleFor(c => c.Email).Text(TextForm.MaxEmailLength).Must(SharedChecks.IsEmail).WithErrorCode("email.unreadable");
        RuleFor(c => c.PhoneNumber).Text(TextForm.MaxPhoneNumberLength).Must(isPhoneNumber).WithErrorCode("phone-number.unreadable");
        RuleFor(c => c.Roles).Must(SharedChecks.AreKnown).WithErrorCode("contact.roles-unknown");
    }
}
