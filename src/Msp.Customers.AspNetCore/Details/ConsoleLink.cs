using NodaTime;

namespace Msp.Customers.AspNetCore;

/// <summary>The way to the customer's own console, for a limited time. It holds no secret beyond the address itself, and is not logged.</summary>
/// <param name="Address">Where the console opens.</param>
/// <param name="ExpiresAt">The instant from which the address no longer opens it.</param>
public sealed record ConsoleLink(Uri Address, Instant ExpiresAt)
{
    /// <summary>Whether the address still opens the console.</summary>
    /// <param name="now">The instant asked about.</param>
    /// <returns>False from <see cref="ExpiresAt"/> on.</returns>
    public bool IsUsableAt(Instant now) => now < ExpiresAt;

    /// <summary>The type only: the address may admit whoever holds it.</summary>
    public override string ToString() => nameof(ConsoleLink);
}
