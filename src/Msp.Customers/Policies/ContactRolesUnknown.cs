using Msp.Customers.Contacts;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A contact has a role that stands for none.</summary>
public sealed class ContactRolesUnknown : DraftRule<CustomerDraft>
{
    internal ContactRolesUnknown()
        : base("contact.roles-unknown", Severity.Error, "The roles are not among Billing, Technical, Legal and Management.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        const ContactRoles Known = ContactRoles.Billing | ContactRoles.Technical | ContactRoles.Legal | ContactRoles.Management;
        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            if (draft.Contacts[i] is { } contact && (contact.Roles & ~Known) != 0)
            {
                found.Add(Violated($"Contacts[{i}].Roles"));
            }
        }
    }
}
