namespace Msp.Customers;

/// <summary>
/// A contact as a form, an import row or a request contains it. Its values may be missing or invalid until the draft is checked.
/// </summary>
public sealed class ContactDraft
{
    /// <summary>The number of an existing contact within the customer; null for a new contact.</summary>
    public int? Number { get; set; }

    /// <summary>The person's name; required.</summary>
    public string? Name { get; set; }

    /// <summary>The person's e-mail address. It is unique within the customer, and the case of letters is ignored.</summary>
    public string? Email { get; set; }

    /// <summary>The person's phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The subjects for which the person is responsible; none by default.</summary>
    public ContactRoles Roles { get; set; }

    /// <summary>Whether this is the primary contact. A customer has at most one.</summary>
    public bool IsPrimary { get; set; }
}
