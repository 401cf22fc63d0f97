using System.Collections.Immutable;

namespace Msp.Customers.Usage;

internal static class DailySums
{
    // Returns the sums without the given entries. Usage that one of them reversed is included again.
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
                .SelectMany(d => DailyUsage.FromSum(d.Date, d.Micros, d.IsVoid)),
        ];
}
