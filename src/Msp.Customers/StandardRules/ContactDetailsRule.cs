using System.Buffers;
using Msp.Customers.Names;

namespace Msp.Customers.Rules;

/// <summary>
/// Evaluates that phone numbers and e-mail addresses of a customer and its contacts are valid, and that no two contacts have the same
/// e-mail address.
/// </summary>
/// <remarks>
/// The <see cref="IPhoneNumberCheck"/> determines valid phone numbers. An e-mail address is valid when it has text on both sides of a
/// single @, no white space and no separators. Addresses are compared in normalized form, as names are. Values that the stored customer
/// already has are not reported.
/// </remarks>
public sealed class ContactDetailsRule : SaveRule<Customer>
{
    private static readonly RuleDescriptor InvalidPhoneNumber = new(
        "phone-number.invalid",
        Severity.Error,
        "The text is not a phone number."
    );

    private static readonly RuleDescriptor InvalidEmail = new("email.invalid", Severity.Error, "The text is not an e-mail address.");

    private static readonly RuleDescriptor DuplicateEmail = new(
        "contact.duplicate-email",
        Severity.Error,
        "Another contact of the customer has the same e-mail address."
    );

    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" \t\r\n,;<>()[]\\\"\u00A0\u2028\u2029\u3000");

    private readonly IPhoneNumberCheck phoneNumbers;
    private readonly bool requireCountryCode;

    /// <summary>Initializes the rule.</summary>
    /// <param name="phoneNumbers">The check of phone numbers; null to accept at least three digits with common separators.</param>
    /// <param name="requireCountryCode">Whether a phone number must start with + and a country code.</param>
    public ContactDetailsRule(IPhoneNumberCheck? phoneNumbers = null, bool requireCountryCode = false)
        : base(InvalidPhoneNumber, InvalidEmail, DuplicateEmail)
    {
        this.phoneNumbers = phoneNumbers ?? new PhoneNumberForm();
        this.requireCountryCode = requireCountryCode;
    }

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (change.Before, change.After);
        if (IsInvalidNumber(after.Account.PhoneNumber, before?.Account.PhoneNumber))
        {
            change.Report(InvalidPhoneNumber, nameof(CustomerDraft.PhoneNumber));
        }

        // For each address: whether a contact has it because of the change.
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (index, contact) in after.Contacts.Index())
        {
            var known = before?.FindContact(contact.Number);
            if (IsInvalidNumber(contact.PhoneNumber, known?.PhoneNumber))
            {
                change.Report(InvalidPhoneNumber, $"Contacts[{index}].PhoneNumber");
            }

            if (contact.Email is not { } email)
            {
                continue;
            }

            var isNew = email != known?.Email;
            if (isNew && !IsEmail(email))
            {
                change.Report(InvalidEmail, $"Contacts[{index}].Email");
            }

            var key = NameKey.Normalize(email);
            if (seen.TryGetValue(key, out var isOtherNew) && (isNew || isOtherNew))
            {
                change.Report(DuplicateEmail, $"Contacts[{index}].Email");
            }

            seen[key] = isNew || isOtherNew;
        }
    }

    private bool IsInvalidNumber(string? number, string? before) =>
        number is not null && number != before && ((requireCountryCode && number[0] != '+') || !phoneNumbers.IsPhoneNumber(number));

    private static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 1 || text.ContainsAny(NotInEmail))
        {
            return false;
        }

        var domain = text[(at + 1)..];
        return !domain.IsEmpty
            && !domain.Contains('@')
            && domain[0] is not ('.' or '-')
            && domain[^1] is not ('.' or '-')
            && domain.IndexOf("..", StringComparison.Ordinal) < 0;
    }
}
