using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>What is stored under a key now.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Date">The day.</param>
/// <param name="Credits">The credits consumed, or taken back.</param>
/// <param name="IsReplay">Whether it was stored before, by an earlier call with the same key and content or earlier in the same one.</param>
public sealed record UsageReceipt(CustomerId Customer, string Key, LocalDate Date, Credits Credits, bool IsReplay)
{
    internal static UsageReceipt Of(UsageEntry entry, bool isReplay) => new(entry.Customer, entry.Key, entry.Date, entry.Credits, isReplay);
}
