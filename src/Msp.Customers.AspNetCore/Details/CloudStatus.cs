namespace Msp.Customers.AspNetCore;

/// <summary>Whether the cloud that serves the customer works.</summary>
/// <param name="Health">In a word.</param>
/// <param name="Notice">What the host wants to say of it; null for nothing.</param>
public sealed record CloudStatus(CloudHealth Health, string? Notice = null);

/// <summary>The state of a cloud.</summary>
public enum CloudHealth
{
    /// <summary>Nothing is known.</summary>
    Unknown = 0,

    /// <summary>All of it works.</summary>
    Operational = 1,

    /// <summary>Some of it does not.</summary>
    Degraded = 2,

    /// <summary>It does not work.</summary>
    Down = 3,
}
