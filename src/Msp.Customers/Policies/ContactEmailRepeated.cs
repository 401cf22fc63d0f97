using Msp.Customers.Contacts;
using Msp.Customers.Names;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>Two contacts of a customer have the same e-mail address, in any case of letters.</summary>
public sealed class ContactEmailRepeated : DraftRule<CustomerDraft>
{
    internal ContactEmailRepeated()
        : base("contact.email-repeated", Severity.Error, "Another contact of the customer has the same e-mail address.") { }

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        // A longer list is refused anyway, and comparing all its pairs would take minutes.
        for (var i = 1; i < Math.Min(draft.Contacts.Count, TextForm.MaxItems); i++)
        {
            if (!string.IsNullOrWhiteSpace(draft.Contacts[i]?.Email) && Repeats(draft.Contacts, i))
            {
                found.Add(Violated($"Contacts[{i}].Email"));
            }
        }
    }

    private static bool Repeats(IList<ContactDraft> contacts, int index)
    {
        var email = contacts[index].Email.AsSpan().Trim();
        for (var i = 0; i < index; i++)
        {
            if (email.Equals((contacts[i]?.Email).AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
