namespace Msp.Customers;

/// <summary>Whether a customer is served. Dates go on in every status: suspending stops no quota and no license.</summary>
public enum CustomerStatus
{
    /// <summary>Served.</summary>
    Active = 0,

    /// <summary>Kept but not served, for a reason; can be resumed.</summary>
    Suspended = 1,

    /// <summary>Given up, and kept until the retention date; can be reopened until then.</summary>
    Closed = 2,
}
