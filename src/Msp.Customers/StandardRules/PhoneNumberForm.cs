namespace Msp.Customers.Rules;

// At least three digits, with the signs that people write between them.
internal sealed class PhoneNumberForm : IPhoneNumberCheck
{
    private const string Signs = "+-./() xX#*,;";

    public bool IsPhoneNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || Signs.Contains(c, StringComparison.Ordinal)) && text.Count(char.IsAsciiDigit) >= 3;
}
