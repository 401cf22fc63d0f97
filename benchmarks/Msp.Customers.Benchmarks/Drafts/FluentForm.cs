using FluentValidation;

namespace Msp.Customers.Benchmarks.Drafts;

// The invariants, with the rules about contact details.
internal sealed class FluentForm : FluentCustomer
{
    public FluentForm()
    {
        RuleFor(d => d.PhoneNumber).Must(SharedChecks.IsPhoneNumber).WithErrorCode("phone-number.invalid");
        RuleFor(d => d.Contacts).Must(SharedChecks.AreEmailsUnique).WithErrorCode("contact.duplicate-email");
        RuleForEach(d => d.Contacts).SetValidator(new Reachable());
    }

    private sealed class Reachable : AbstractValidator<ContactDraft>
    {
        public Reachable()
        {
            RuleFor(c => c.Email).Must(SharedChecks.IsEmail).WithErrorCode("email.invalid");
            RuleFor(c => c.PhoneNumber).Must(SharedChecks.IsPhoneNumber).WithErrorCode("phone-number.invalid");
        }
    }
}
