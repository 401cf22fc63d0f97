using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>A link to the customer's own console, valid for a limited time.</summary>
/// <param name="Address">The address of the console.</param>
/// <param name="ExpiresAt">The instant from which the address no longer opens the console.</param>
/// <remarks>A link contains no secret except the address itself, and is not logged.</remarks>
public sealed record ConsoleLink(Uri Address, Instant ExpiresAt)
{
    /// <summary>Whether the address opens the console at an instant.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>False from <see cref="ExpiresAt"/> on.</returns>
    public bool IsUsableAt(Instant now) => now < ExpiresAt;

    /// <summary>Returns the name of the type only, because the address may grant access.</summary>
    public override string ToString() => nameof(ConsoleLink);
}
