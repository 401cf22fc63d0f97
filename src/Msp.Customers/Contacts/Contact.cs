using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>A person who represents the customer.</summary>
public sealed class Contact
{
    internal Contact(int number, ContactDraft draft)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(draft));
        Number = number;
        Change(draft);
    }

    private Contact() { }

    /// <summary>The contact's number within its customer, from 1. It never changes and is never used again.</summary>
    public int Number { get; private set; }

    /// <summary>The person's name.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>The person's e-mail address; null when unknown.</summary>
    public string? Email { get; private set; }

    /// <summary>The person's phone number as written; null when unknown.</summary>
    public string? PhoneNumber { get; private set; }

    /// <summary>The subjects for which the person is responsible.</summary>
    public ContactRoles Roles { get; private set; }

    /// <summary>Whether this is the primary contact of the customer.</summary>
    public bool IsPrimary { get; private set; }

    /// <summary>Returns the contact as a draft, which is the starting point of an edit.</summary>
    /// <returns>A new draft with the contact's number.</returns>
    public ContactDraft ToDraft() =>
        new()
        {
            Number = Number,
            Name = Name,
            Email = Email,
            PhoneNumber = PhoneNumber,
            Roles = Roles,
            IsPrimary = IsPrimary,
        };

    /// <summary>Returns the contact's number. It contains no names, so that logs contain no personal data.</summary>
    public override string ToString() => $"Contact #{Number}";

    internal void Change(ContactDraft draft)
    {
        Name = TextLimits.Demand(draft.Name, nameof(draft), TextLimits.MaxNameLength);
        Email = TextLimits.DemandOptional(draft.Email, nameof(draft), TextLimits.MaxEmailLength);
        PhoneNumber = TextLimits.DemandOptional(draft.PhoneNumber, nameof(draft), TextLimits.MaxPhoneNumberLength);
        Roles = draft.Roles;
        IsPrimary = draft.IsPrimary;
    }
}
