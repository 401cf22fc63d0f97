using System.Collections.Immutable;
using Msp.Customers.Consumption;
using Msp.Customers.Quotas;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Sums of credits by day, for stores. A sum may be more than one amount of <see cref="Credits"/> can hold; it is then as many amounts as it needs.</summary>
public static class DailySums
{
    /// <summary>The amounts that make up a day's sum.</summary>
    /// <param name="date">The day.</param>
    /// <param name="micros">The sum in millionths of a credit; none when it is zero.</param>
    /// <param name="isVoid">Whether it is the sum of what was voided; false, of what was consumed, by default.</param>
    /// <returns>Amounts whose sum it is.</returns>
    public static IEnumerable<DailyUsage> Of(LocalDate date, Int128 micros, bool isVoid = false)
    {
        for (; micros > 0; micros -= Int128.Min(micros, Credits.Max.Micros))
        {
            yield return new DailyUsage(date, Credits.FromMicros((long)Int128.Min(micros, Credits.Max.Micros)), isVoid);
        }
    }

    // The sums without some of the entries that are in them; with what a reversal among them took back.
    internal static ImmutableArray<DailyUsage> Without(ImmutableArray<DailyUsage> days, IReadOnlyCollection<UsageEntry> entries) =>
        [
            .. days.Select(d => (d.Date, d.IsVoid, Micros: (Int128)d.Credits.Micros))
                .Concat(
                    entries.Select(e =>
                        (
                            e.Date,
                            IsVoid: e.Kind == UsageEntryKind.Void,
                            Micros: e.Kind == UsageEntryKind.Reversal ? (Int128)e.Credits.Micros : -(Int128)e.Credits.Micros
                        )
                    )
                )
                .GroupBy(
                    d => (d.Date, d.IsVoid),
                    (day, sums) => (day.Date, day.IsVoid, Micros: sums.Aggregate(Int128.Zero, (sum, d) => sum + d.Micros))
                )
                .OrderBy(d => (d.Date, d.IsVoid))
                .SelectMany(d => Of(d.Date, d.Micros, d.IsVoid)),
        ];
}
