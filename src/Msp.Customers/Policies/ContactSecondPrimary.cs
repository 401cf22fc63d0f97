using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>More than one contact is marked as the first person to turn to.</summary>
public sealed class ContactSecondPrimary : DraftRule<CustomerDraft>
{
    internal ContactSecondPrimary()
        : base("contact.second-primary", Severity.Error, "Another contact is the primary one already.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var first = -1;
        for (var i = 0; i < draft.Contacts.Count; i++)
        {
            if (draft.Contacts[i] is not { IsPrimary: true })
            {
                continue;
            }

            if (first >= 0)
            {
                found.Add(Violated($"Contacts[{i}].IsPrimary"));
            }

            first = i;
        }
    }
}
