namespace Msp.Customers;

/// <summary>Specifies the edition of a service plan.</summary>
public enum Edition
{
    /// <summary>The smallest edition.</summary>
    Business = 0,

    /// <summary>The middle edition.</summary>
    Enterprise = 1,

    /// <summary>The largest edition.</summary>
    Elite = 2,
}
