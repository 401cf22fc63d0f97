using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>Credits that a day takes from the quotas in force on it: consumed, or voided. A day may come several times; only its sums count.</summary>
/// <param name="Date">The day, a <see cref="SupportedDates">supported</see> date.</param>
/// <param name="Credits">The credits consumed or voided.</param>
/// <param name="IsVoid">
/// Whether the credits are voided; false, consumed, by default. The limited quotas in force lose them in the order in which they pay, after the usage of the day; what they no
/// longer have is not voided, and is no overage.
/// </param>
public readonly record struct DailyUsage(LocalDate Date, Credits Credits, bool IsVoid = false)
{
    /// <summary>Returns the sum of a day, for stores that add up entries themselves.</summary>
    /// <remarks>A sum can exceed the largest amount of <see cref="Msp.Customers.Credits"/>. It is then returned as several items of the same day.</remarks>
    /// <param name="date">The day.</param>
    /// <param name="micros">The sum in millionths of a credit. Reversals count as negative.</param>
    /// <param name="isVoid">Whether it is the sum of voided credits; false, of consumed ones, by default.</param>
    /// <returns>The items whose sum it is; none when the sum is zero or negative.</returns>
    public static IEnumerable<DailyUsage> FromSum(LocalDate date, Int128 micros, bool isVoid = false)
    {
        for (; micros > 0; micros -= Int128.Min(micros, Msp.Customers.Credits.Max.Micros))
        {
            yield return new DailyUsage(
                date,
                Msp.Customers.Credits.FromMicros((long)Int128.Min(micros, Msp.Customers.Credits.Max.Micros)),
                isVoid
            );
        }
    }
}
