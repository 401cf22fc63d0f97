namespace Msp.Customers.Rules;

/// <summary>Checks phone numbers, for the code <c>phone-number.invalid</c>.</summary>
/// <remarks>
/// The default check accepts at least three digits with common separators. The package <c>Msp.Customers.PhoneNumbers</c> checks the
/// numbering plans of all countries.
/// </remarks>
public interface IPhoneNumberCheck
{
    /// <summary>Returns whether a text is a phone number. Implementations must be thread-safe.</summary>
    /// <param name="text">
    /// The text, which is not empty, has no surrounding white space and does not exceed the maximum length of a phone number.
    /// </param>
    /// <returns>True when the text is a phone number.</returns>
    bool IsPhoneNumber(string text);
}
