namespace Msp.Customers;

/// <summary>Specifies the subjects for which a contact is responsible. A contact can have several roles or none.</summary>
[Flags]
public enum ContactRoles
{
    /// <summary>No particular role.</summary>
    None = 0,

    /// <summary>Invoices and payment.</summary>
    Billing = 1,

    /// <summary>Backups, restores and their configuration.</summary>
    Technical = 2,

    /// <summary>Contracts and data protection.</summary>
    Legal = 4,

    /// <summary>Decisions about the account.</summary>
    Management = 8,
}
