using System.Buffers;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A text that should be an e-mail address is none: one @ with something on both sides, and no white space. Only the mail system knows more.</summary>
public sealed class EmailUnreadable : DraftRule<CustomerDraft>
{
    private static readonly SearchValues<char> NotInEmail = SearchValues.Create(" \t\r\n,;<>()[]\\\"\u00A0\u2028\u2029\u3000");

    internal EmailUnreadable()
        : base("email.unreadable", Severity.Error, "The text is not an e-mail address.") { }

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            if (draft.Contacts[i]?.Email is { } email && !string.IsNullOrWhiteSpace(email) && !IsEmail(email.AsSpan().Trim()))
            {
                found.Add(Violated($"Contacts[{i}].Email"));
            }
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
