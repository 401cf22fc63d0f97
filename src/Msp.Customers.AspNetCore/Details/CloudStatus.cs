namespace Msp.Customers.AspNetCore;

/// <summary>The status of the cloud that serves the customer.</summary>
/// <param name="Health">The health of the cloud.</param>
/// <param name="Notice">A notice of the host about the status; null when there is no notice.</param>
public sealed record CloudStatus(CloudHealth Health, string? Notice = null);

/// <summary>The health of a cloud.</summary>
public enum CloudHealth
{
    /// <summary>The health is unknown.</summary>
    Unknown = 0,

    /// <summary>The complete service works.</summary>
    Operational = 1,

    /// <summary>Parts of the service do not work.</summary>
    Degraded = 2,

    /// <summary>The service does not work.</summary>
    Down = 3,
}
