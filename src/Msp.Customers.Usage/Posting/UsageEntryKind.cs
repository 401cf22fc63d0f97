namespace Msp.Customers.Usage;

/// <summary>The kind of a usage entry. The numeric values do not change.</summary>
public enum UsageEntryKind
{
    /// <summary>
    /// Credits were consumed. Under the key of a reservation, the entry ends the reservation; with zero credits it is a release.
    /// </summary>
    Usage = 0,

    /// <summary>The usage under the same key is reversed.</summary>
    Reversal = 1,

    /// <summary>Credits are reserved for future usage.</summary>
    Reservation = 2,

    /// <summary>Remaining credits of quotas were voided, for example because they are refunded.</summary>
    Void = 3,
}
