namespace Msp.Customers;

/// <summary>Specifies whether a customer is served. A status does not change any date: a suspension ends no quota and no license.</summary>
public enum CustomerStatus
{
    /// <summary>The customer is served.</summary>
    Active = 0,

    /// <summary>The customer is kept but not served. It can be resumed.</summary>
    Suspended = 1,

    /// <summary>The customer is no longer served, and is kept until the retention date. It can be reopened until then.</summary>
    Closed = 2,
}
