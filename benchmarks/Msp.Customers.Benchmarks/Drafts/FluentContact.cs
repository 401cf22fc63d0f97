using FluentValidation;
using Msp.Customers.Names;

namespace Msp.Customers.Benchmarks.Drafts;

internal sealed class FluentContact : AbstractValidator<ContactDraft>
{
    public FluentContact()
    {
        RuleFor(c => c.Name).RequiredText(TextLimits.MaxNameLength);
        RuleFor(c => c.Email).Text(TextLimits.MaxEmailLength);
        RuleFor(c => c.PhoneNumber).Text(TextLimits.MaxPhoneNumberLength);
        RuleFor(c => c.Roles).Must(SharedChecks.AreKnown).WithErrorCode("contact.invalid-roles");
    }
}
