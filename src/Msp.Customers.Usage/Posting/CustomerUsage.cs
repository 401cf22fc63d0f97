using System.Collections.Immutable;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>A customer's usage as storage adds it up.</summary>
/// <param name="LastSequence">The highest <see cref="UsageEntry.Sequence"/> of the customer, read before the rest; 0 when there is none.</param>
/// <param name="Days">What was consumed and not taken back, and what was voided, by day, in order of day; what was consumed on a day comes before what was voided.</param>
/// <param name="Reservations">The reservations without an entry of <see cref="UsageEntryKind.Usage"/> under their key, whatever the time: storage reads no clock.</param>
public sealed record CustomerUsage(long LastSequence, ImmutableArray<DailyUsage> Days, IReadOnlyList<UsageEntry> Reservations)
{
    internal DailyUsage[] WithHeld(Instant now) =>
        [.. Days, .. Reservations.Where(r => r.HeldUntil > now).Select(r => new DailyUsage(r.Date, r.Credits))];

    internal IEnumerable<UsageEntry> TimedOut(Instant now) => Reservations.Where(r => !(r.HeldUntil > now));
}
