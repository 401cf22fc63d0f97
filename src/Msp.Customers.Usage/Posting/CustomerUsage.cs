using System.Collections.Immutable;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The usage of a customer, summed by the store.</summary>
/// <param name="LastSequence">
/// The highest <see cref="UsageEntry.Sequence"/> of the customer, read before the rest; 0 when there is no sequence number.
/// </param>
/// <param name="Days">The sums by day, in order of day: consumed credits less reversals, followed by voided credits.</param>
/// <param name="Reservations">
/// The reservations without an entry of <see cref="UsageEntryKind.Usage"/> under their key, including those that timed out: a store
/// does not read a clock.
/// </param>
public sealed record CustomerUsage(long LastSequence, ImmutableArray<DailyUsage> Days, IReadOnlyList<UsageEntry> Reservations)
{
    internal DailyUsage[] WithHeld(Instant now) =>
        [.. Days, .. Reservations.Where(r => r.HeldUntil > now).Select(r => new DailyUsage(r.Date, r.Credits))];

    // Returns the sums without the entries of the receipts. Usage that one of them reversed is included again.
    internal ImmutableArray<DailyUsage> DaysWithout(IReadOnlyCollection<UsageReceipt> receipts) =>
        [
            .. Days.Select(d => (d.Date, d.IsVoid, Micros: (Int128)d.Credits.Micros))
                .Concat(
                    receipts.Select(r =>
                        (
                            r.Date,
                            IsVoid: r.Kind == UsageEntryKind.Void,
                            Micros: r.Kind == UsageEntryKind.Reversal ? (Int128)r.Credits.Micros : -(Int128)r.Credits.Micros
                        )
                    )
                )
                .GroupBy(
                    d => (d.Date, d.IsVoid),
                    (day, sums) => (day.Date, day.IsVoid, Micros: sums.Aggregate(Int128.Zero, (sum, d) => sum + d.Micros))
                )
                .OrderBy(d => (d.Date, d.IsVoid))
                .SelectMany(d => DailyUsage.FromSum(d.Date, d.Micros, d.IsVoid)),
        ];

    internal IEnumerable<UsageEntry> TimedOut(Instant now) => Reservations.Where(r => !(r.HeldUntil > now));
}
