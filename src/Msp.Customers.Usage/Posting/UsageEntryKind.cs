namespace Msp.Customers.Usage;

/// <summary>What an entry says. The values are frozen.</summary>
public enum UsageEntryKind
{
    /// <summary>Credits were consumed. Under a reservation's key it ends the reservation; with no credits it released it.</summary>
    Usage = 0,

    /// <summary>The usage under the same key is taken back.</summary>
    Reversal = 1,

    /// <summary>Credits are held for usage to come.</summary>
    Reservation = 2,

    /// <summary>Credits that quotas had left were voided, as when they are refunded.</summary>
    Void = 3,
}
