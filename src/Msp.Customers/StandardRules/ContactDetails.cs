using System.Buffers;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using PhoneNumbers;

namespace Msp.Customers.StandardRules;

/// <summary>Evaluates how a customer and its contacts can be reached: what is given as a phone number or an e-mail address is one, and no two contacts have the same address.</summary>
/// <remarks>
/// Phone numbers are read as strictly as the options say. An e-mail address has one @ with something on both sides, and no white space; only the mail system can
/// check more. Two addresses are the same where they are folded alike, as names are. What the customer had before the change is not reported.
/// </remarks>
public sealed class ContactDetails : ChangeRule<Customer>
{
    private const string Signs = "+-./() xX#*,;";

    private static readonly RuleDescriptor PhoneNumberUnreadable = new(
        "phone-number.unreadable",
        Severity.Error,
        "The text is not a phone number."
    );

    private static readonly RuleDescriptor EmailUnreadable = new("email.unreadable", Severity.Error, "The text is not an e-mail address.");

    private static readonly RuleDescriptor EmailRepeated = new(
        "contact.email-repeated",
        Severity.Error,
        "Another contact of the customer has the same e-mail address."
    );

    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" \t\r\n,;<>()[]\\\"\u00A0\u2028\u2029\u3000");

    private readonly PhoneNumberCheck check;
    private readonly string? defaultRegion;
    private readonly bool requireCountryCode;

    /// <summary>Initializes the rule.</summary>
    /// <param name="options">How phone numbers are read.</param>
    public ContactDetails(PhoneNumberOptions options)
        : base(PhoneNumberUnreadable, EmailUnreadable, EmailRepeated)
    {
        ArgumentNullException.ThrowIfNull(options);
        check = options.Check;
        defaultRegion = options.DefaultRegion?.ToUpperInvariant();
        requireCountryCode = options.RequireCountryCode;
    }

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (before, after) = (change.Before, change.After);
        if (IsWrong(after.Account.PhoneNumber, before?.Account.PhoneNumber))
        {
            change.Report(PhoneNumberUnreadable, nameof(CustomerDraft.PhoneNumber));
        }

        // By address, whether one of those that have it has it since the change.
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (index, contact) in after.Contacts.Index())
        {
            var known = before?.ContactNumbered(contact.Number);
            if (IsWrong(contact.PhoneNumber, known?.PhoneNumber))
            {
                change.Report(PhoneNumberUnreadable, $"Contacts[{index}].PhoneNumber");
            }

            if (contact.Email is not { } email)
            {
                continue;
            }

            var isNew = email != known?.Email;
            if (isNew && !IsEmail(email))
            {
                change.Report(EmailUnreadable, $"Contacts[{index}].Email");
            }

            var key = NameKey.Fold(email);
            if (seen.TryGetValue(key, out var isOtherNew) && (isNew || isOtherNew))
            {
                change.Report(EmailRepeated, $"Contacts[{index}].Email");
            }

            seen[key] = isNew || isOtherNew;
        }
    }

    private bool IsWrong(string? number, string? before) => number is not null && number != before && !IsReadable(number);

    private bool IsReadable(string number) =>
        (!requireCountryCode || number[0] == '+') && (check == PhoneNumberCheck.Characters ? HasForm(number) : IsKnown(number));

    private static bool HasForm(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (!Signs.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return digits >= 3;
    }

    private bool IsKnown(string number)
    {
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var parsed = defaultRegion is null && number[0] != '+' ? util.Parse("+" + number, null) : util.Parse(number, defaultRegion);
            return check == PhoneNumberCheck.Possible ? util.IsPossibleNumber(parsed) : util.IsValidNumber(parsed);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

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
