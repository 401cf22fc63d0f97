namespace Msp.Customers.AspNetCore;

/// <summary>Whether a part that the host supplies is available, or the reason why it is missing.</summary>
public enum ExternalSectionState
{
    /// <summary>The host has registered no source for the part.</summary>
    NotConnected = 0,

    /// <summary>The part is available.</summary>
    Available = 1,

    /// <summary>The source has no such part for the customer.</summary>
    None = 2,

    /// <summary>The source did not respond in time.</summary>
    TimedOut = 3,

    /// <summary>The source failed; the log contains the type of the exception.</summary>
    Failed = 4,
}
