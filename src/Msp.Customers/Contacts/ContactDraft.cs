namespace Msp.Customers;

/// <summary>A contact as a form, an import row or a request gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class ContactDraft
{
    /// <summary>The contact's number within the customer, for one that exists; null for a new one.</summary>
    public int? Number { get; set; }

    /// <summary>The person's name; required.</summary>
    public string? Name { get; set; }

    /// <summary>The person's e-mail address; unique within the customer, in any case of letters.</summary>
    public string? Email { get; set; }

    /// <summary>The person's phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>What the person is to be asked about; none by default.</summary>
    public ContactRoles Roles { get; set; }

    /// <summary>Whether this is the first person to turn to; at most one contact of a customer is.</summary>
    public bool IsPrimary { get; set; }
}
