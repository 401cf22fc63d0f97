namespace Msp.Customers.AspNetCore;

/// <summary>Whether a part that the host supplies is there, or why not.</summary>
public enum ExternalSectionState
{
    /// <summary>The host has registered no source for it.</summary>
    NotConnected = 0,

    /// <summary>It is there.</summary>
    Available = 1,

    /// <summary>The source answered that there is none for this customer.</summary>
    None = 2,

    /// <summary>The source did not answer in time.</summary>
    TimedOut = 3,

    /// <summary>The source failed; the log tells how.</summary>
    Failed = 4,
}
