using Msp.Customers.Rules;
using PhoneNumbers;

namespace Msp.Customers.Policies;

/// <summary>A text that should be a phone number is none, as strictly as the host reads them.</summary>
public sealed class PhoneNumberUnreadable : DraftRule<CustomerDraft>
{
    private const string Signs = "+-./() xX#*,;";
    private readonly PhoneNumberCheck check;
    private readonly string? defaultRegion;
    private readonly bool requireCountryCode;

    internal PhoneNumberUnreadable(PhoneNumberOptions options)
        : base("phone-number.unreadable", Severity.Error, "The text is not a phone number.")
    {
        check = options.Check;
        defaultRegion = options.DefaultRegion?.ToUpperInvariant();
        requireCountryCode = options.RequireCountryCode;
    }

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!IsReadable(draft.PhoneNumber))
        {
            found.Add(Violated(nameof(CustomerDraft.PhoneNumber)));
        }

        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            if (!IsReadable(draft.Contacts[i]?.PhoneNumber))
            {
                found.Add(Violated($"Contacts[{i}].PhoneNumber"));
            }
        }
    }

    private bool IsReadable(string? text)
    {
        var number = text.AsSpan().Trim();
        if (number.IsEmpty)
        {
            return true;
        }

        return (!requireCountryCode || number[0] == '+')
            && (check == PhoneNumberCheck.Characters ? HasForm(number) : IsKnown(text!.Trim()));
    }

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
}
