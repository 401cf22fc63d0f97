using Msp.Customers.Policies;

namespace Msp.Customers.Benchmarks;

// The same with phone numbers parsed by libphonenumber, which is off by default: three numbers then cost more than all other rules together.
public class DraftCheckingWithPossiblePhoneNumbers : DraftChecking
{
    public DraftCheckingWithPossiblePhoneNumbers()
        : base(PhoneNumberCheck.Possible) { }
}
