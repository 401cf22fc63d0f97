using System.Globalization;
using NodaTime;

namespace Msp.Customers.Usage;

/// <summary>The credits consumed or voided on a day.</summary>
/// <param name="Date">The day, a <see cref="SupportedDates">supported</see> date.</param>
/// <param name="Credits">The credits consumed or voided.</param>
/// <param name="IsVoid">Whether the credits are voided; false by default, for consumed credits.</param>
/// <remarks>
/// A day can occur several times; only the sums count. Credits are voided after the usage of the day, from the limited quotas in
/// force, in consumption order. Credits that the quotas no longer have are not voided, and are not overage.
/// </remarks>
public readonly record struct DailyUsage(LocalDate Date, Credits Credits, bool IsVoid = false)
{
    /// <summary>Returns the sum of a day, for stores that sum entries themselves.</summary>
    /// <param name="date">The day.</param>
    /// <param name="micros">The sum in millionths of a credit. Reversals count as negative.</param>
    /// <param name="isVoid">Whether the sum is of voided credits; false by default, for consumed credits.</param>
    /// <returns>The items with this sum; empty when the sum is zero or negative.</returns>
    /// <remarks>
    /// A sum can exceed the largest amount of <see cref="Msp.Customers.Credits"/>. It is then returned as several items of the same
    /// day.
    /// </remarks>
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

    /// <summary>Returns the date and the credits, with an ISO date, for logs and tests.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:R}: {Credits}{(IsVoid ? " void" : "")}");
}
