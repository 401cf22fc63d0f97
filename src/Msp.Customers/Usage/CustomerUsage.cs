using System.Collections.Immutable;
using Msp.Customers.Consumption;

namespace Msp.Customers.Usage;

/// <summary>A customer's usage as storage adds it up.</summary>
/// <param name="LastSequence">The highest <see cref="UsageEntry.Sequence"/> of the customer, read before the rest; 0 when there is none.</param>
/// <param name="Days">What was consumed and not taken back, by day, in order of day.</param>
/// <param name="Held">The reservations that hold credits: neither committed nor released, and not timed out.</param>
public sealed record CustomerUsage(long LastSequence, ImmutableArray<DailyUsage> Days, IReadOnlyList<UsageEntry> Held)
{
    internal DailyUsage[] WithHeld() => [.. Days, .. Held.Select(h => new DailyUsage(h.Date, h.Credits))];
}
