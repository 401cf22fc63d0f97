using FluentValidation;
using Msp.Customers.Contacts;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentContact : AbstractValidator<ContactDraft>
{
    public FluentContact()
    {
        RuleFor(c => c.Name).RequiredText(TextForm.MaxNameLength);
        RuleFor(c => c.Email).Text(TextForm.MaxEmailLength);
        RuleFor(c => c.PhoneNumber).Text(TextForm.MaxPhoneNumberLength);
        RuleFor(c => c.Roles).Must(SharedChecks.AreKnown).WithErrorCode("contact.roles-unknown");
    }
}
