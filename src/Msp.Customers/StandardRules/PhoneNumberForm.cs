namespace Msp.Customers.Rules;

// At least three digits, with common separators.
internal sealed class PhoneNumberForm : IPhoneNumberCheck
{
    private const string Signs = "+-./() xX#*,;";

    public bool IsPhoneNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || Signs.Contains(c, StringComparison.Ordinal)) && text.Count(char.IsAsciiDigit) >= 3;
}
