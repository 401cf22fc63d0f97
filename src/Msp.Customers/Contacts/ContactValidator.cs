using System.Collections.Immutable;
using Msp.Customers.Names;
using Msp.Customers.Rules;
using static Msp.Customers.Rules.Invariant<Msp.Customers.ContactDraft>;

namespace Msp.Customers;

// The invariants of the contacts of a draft.
internal static class ContactValidator
{
    public static readonly RuleDescriptor NumberNotFound = ItemList.NumberNotFound("contact");

    private const ContactRoles Roles = ContactRoles.Billing | ContactRoles.Technical | ContactRoles.Legal | ContactRoles.Management;

    private static readonly ImmutableArray<Invariant<ContactDraft>> Invariants =
    [
        Text("Name", TextLimits.MaxNameLength, c => c.Name, isRequired: true),
        Text("Email", TextLimits.MaxEmailLength, c => c.Email),
        Text("PhoneNumber", TextLimits.MaxPhoneNumberLength, c => c.PhoneNumber),
        When(
            "Roles",
            "contact.invalid-roles",
            "The roles must be a combination of Billing, Technical, Legal and Management.",
            c => (c.Roles & ~Roles) != 0
        ),
    ];

    private static readonly RuleDescriptor DuplicatePrimary = RuleDescriptor.Invariant(
        "contact.duplicate-primary",
        "A customer can have only one primary contact."
    );

    public static IEnumerable<RuleDescriptor> Codes => [.. Invariants.SelectMany(i => i.Codes), DuplicatePrimary, NumberNotFound];

    public static void Check(IList<ContactDraft> contacts, string list, HashSet<int>? known, ref ViolationList found)
    {
        ItemList.CheckItems(contacts, list, Invariants, ref found);
        ItemList.CheckNumbers(contacts, list, static c => c.Number, known, NumberNotFound, ref found);
        var hasPrimary = false;
        for (var i = 0; i < contacts.Count; i++)
        {
            if (contacts[i] is not { IsPrimary: true })
            {
                continue;
            }

            if (hasPrimary)
            {
                found.Add(DuplicatePrimary.Violated(new ItemPath(list, i).Of("IsPrimary")));
            }

            hasPrimary = true;
        }
    }
}
