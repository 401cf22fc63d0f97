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
    /// <returns>Amounts whose sum it is.</returns>
    public static IEnumerable<DailyUsage> Of(LocalDate date, Int128 micros)
    {
        for (; micros > 0; micros -= Int128.Min(micros, Credits.Max.Micros))
        {
            yield return new DailyUsage(date, Credits.FromMicros((long)Int128.Min(micros, Credits.Max.Micros)));
        }
    }

    internal static ImmutableArray<DailyUsage> Without(ImmutableArray<DailyUsage> days, IReadOnlyDictionary<LocalDate, Int128> taken) =>
        [
            .. days.GroupBy(
                    d => d.Date,
                    (date, sums) =>
                        (
                            Date: date,
                            Micros: sums.Aggregate(Int128.Zero, (sum, d) => sum + d.Credits.Micros) - taken.GetValueOrDefault(date)
                        )
                )
                .SelectMany(d => Of(d.Date, d.Micros)),
        ];
}
