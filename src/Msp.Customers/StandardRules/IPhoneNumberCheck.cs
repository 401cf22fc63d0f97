namespace Msp.Customers.Rules;

/// <summary>Decides whether a text is a phone number, for the code <c>phone-number.invalid</c>.</summary>
/// <remarks>By default a phone number has at least three digits, with the signs that people write between them. The package <c>Msp.Customers.PhoneNumbers</c> checks the numbering plans of all countries.</remarks>
public interface IPhoneNumberCheck
{
    /// <summary>Decides whether a text is a phone number. It is called from several threads at once.</summary>
    /// <param name="text">The text, not empty and without white space around it, at most as long as a phone number may be.</param>
    /// <returns>Whether it is one.</returns>
    bool IsPhoneNumber(string text);
}
