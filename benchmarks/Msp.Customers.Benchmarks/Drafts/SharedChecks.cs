using System.Buffers;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers.Benchmarks.Drafts;

// Checks that no validation library provides. All competitors call the same functions, which do not allocate, so that only the way
// of running rules differs.
internal static class SharedChecks
{
    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" \t\r\n,;<>()[]\\\"\u00A0\u2028\u2029\u3000");

    public static bool IsSupported(LocalDate? date) => date is not { } d || SupportedDates.Contains(d);

    public static bool IsKnownZone(string? zone) =>
        TextLimits.IsMissing(zone)
        || zone.Length > TextLimits.MaxTimeZoneLength
        || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Trim()) is not null;

    public static bool AreKnown(ContactRoles roles) =>
        (roles & ~(ContactRoles.Billing | ContactRoles.Technical | ContactRoles.Legal | ContactRoles.Management)) == 0;

    public static bool IsEmail(string? email)
    {
        var text = email.AsSpan().Trim();
        var at = text.IndexOf('@');
        var domain = text[(at + 1)..];
        return text.IsEmpty
            || (
                at >= 1
                && !text.ContainsAny(NotInEmail)
                && !domain.IsEmpty
                && !domain.Contains('@')
                && domain[0] is not ('.' or '-')
                && domain[^1] is not ('.' or '-')
                && domain.IndexOf("..", StringComparison.Ordinal) < 0
            );
    }

    public static bool HasOnePrimary(IList<ContactDraft> contacts)
    {
        var primaries = 0;
        for (var i = 0; i < contacts.Count; i++)
        {
            primaries += contacts[i] is { IsPrimary: true } ? 1 : 0;
        }

        return primaries <= 1;
    }

    public static bool AreEmailsUnique(IList<ContactDraft> contacts)
    {
        for (var i = 1; i < contacts.Count; i++)
        {
            var email = (contacts[i]?.Email).AsSpan().Trim();
            for (var j = 0; j < i && !email.IsEmpty; j++)
            {
                if (email.Equals((contacts[j]?.Email).AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool AreNumbersUnique<T>(IList<T> items, Func<T, int?> numberOf)
    {
        for (var i = 1; i < items.Count; i++)
        {
            for (var j = 0; j < i && numberOf(items[i]) is not null; j++)
            {
                if (numberOf(items[i]) == numberOf(items[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool IsPhoneNumber(string? text)
    {
        var number = text.AsSpan().Trim();
        var digits = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (!"+-./() xX#*,;".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return number.IsEmpty || digits >= 3;
    }
}
