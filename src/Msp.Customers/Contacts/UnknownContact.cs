using Msp.Customers.Rules;

namespace Msp.Customers.Contacts;

/// <summary>A draft names a contact by a number that the customer has not given.</summary>
public sealed class UnknownContact : Rule
{
    private UnknownContact()
        : base("contact.number-unknown", Severity.Error, "The customer has no contact number {Number}; a new contact has no number.") { }

    /// <summary>The rule.</summary>
    public static UnknownContact Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
