using System.Globalization;
using NodaTime;

namespace Msp.Customers;

/// <summary>An exact amount of credits with six decimal places, from zero to 1,000,000,000,000.</summary>
/// <remarks>
/// Amounts are never floating-point numbers and are never rounded: a value that does not fit is refused. The default value is zero credits,
/// which differs from an unset and from an unlimited amount.
/// </remarks>
public readonly record struct Credits : IComparable<Credits>, IComparable, IFormattable
{
    /// <summary>The number of smallest amounts in one credit: 1,000,000.</summary>
    public const long Scale = 1_000_000;

    private const long MaxMicros = 1_000_000_000_000 * Scale;

    private Credits(long micros) => Micros = micros;

    /// <summary>Zero credits.</summary>
    public static Credits Zero { get; }

    /// <summary>The maximum amount: 1,000,000,000,000 credits.</summary>
    public static Credits Max { get; } = new(MaxMicros);

    /// <summary>The amount in millionths of a credit, for storage and sums.</summary>
    public long Micros { get; }

    /// <summary>The amount in credits.</summary>
    public decimal Amount => Micros / (decimal)Scale;

    /// <summary>Creates an amount of credits.</summary>
    /// <param name="amount">The number of credits, with at most six decimal places.</param>
    /// <returns>The exact amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The amount is negative, larger than <see cref="Max"/> or has more than six decimal places.
    /// </exception>
    public static Credits Of(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Max.Amount);
        return IsTooFine(amount)
            ? throw new ArgumentOutOfRangeException(nameof(amount), "The credits must have at most six decimal places.")
            : new Credits((long)(amount * Scale));
    }

    /// <summary>Creates an amount from stored millionths of a credit.</summary>
    /// <param name="micros">The number of millionths, from zero to those of <see cref="Max"/>.</param>
    /// <returns>The exact amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or too large.</exception>
    public static Credits FromMicros(long micros)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(micros);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(micros, MaxMicros);
        return new Credits(micros);
    }

    /// <summary>Returns the share of the credits for some days of a period: credits × these days / all days of the period.</summary>
    /// <param name="days">The days, which must lie within the period.</param>
    /// <param name="period">The period of the credits, which must have an end date.</param>
    /// <returns>
    /// The credits up to the last of the days, less the credits before the first, each rounded down to a millionth. The shares of adjacent
    /// parts therefore add up to the credits exactly.
    /// </returns>
    /// <exception cref="ArgumentException">A period is open, or the days do not lie within the period.</exception>
    /// <example>
    /// <code>
    /// var march = new EffectivePeriod(new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 31));
    /// var secondHalf = new EffectivePeriod(new LocalDate(2026, 3, 16), new LocalDate(2026, 3, 31));
    /// var share = Credits.Of(310).Prorated(secondHalf, march);   // 160
    /// </code>
    /// </example>
    public Credits Prorated(EffectivePeriod days, EffectivePeriod period) => new((long)Share(Micros, days, period));

    /// <summary>Compares two amounts.</summary>
    public int CompareTo(Credits other) => Micros.CompareTo(other.Micros);

    // Specifications sort in memory by keys of type object.
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : CompareTo((Credits)obj);

    /// <summary>Returns the amount without trailing zeros in the invariant culture, such as <c>1.5</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Returns the amount in a number format; without a format, with as few decimal places as it needs.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Amount.ToString(format ?? "0.######", formatProvider ?? CultureInfo.InvariantCulture);

    /// <summary>Returns whether one amount is less than another.</summary>
    public static bool operator <(Credits left, Credits right) => left.Micros < right.Micros;

    /// <summary>Returns whether one amount is more than another.</summary>
    public static bool operator >(Credits left, Credits right) => left.Micros > right.Micros;

    /// <summary>Returns whether one amount is at most another.</summary>
    public static bool operator <=(Credits left, Credits right) => left.Micros <= right.Micros;

    /// <summary>Returns whether one amount is at least another.</summary>
    public static bool operator >=(Credits left, Credits right) => left.Micros >= right.Micros;

    /// <summary>Returns whether an amount has more than six decimal places.</summary>
    /// <param name="amount">The number of credits.</param>
    /// <returns>True when the amount would have to be rounded.</returns>
    public static bool IsTooFine(decimal amount) => decimal.Round(amount, 6) != amount;

    // In millionths. Future quotas can exceed the maximum amount.
    internal static Int128 Share(Int128 micros, EffectivePeriod days, EffectivePeriod period)
    {
        if (days.EndDate is not { } last || period.Days is not { } all || !period.Contains(days.EffectiveDate) || !period.Contains(last))
        {
            throw new ArgumentException("The days must be within the period, and both must have an end date.", nameof(days));
        }

        var before = Period.DaysBetween(period.EffectiveDate, days.EffectiveDate);
        return UpTo(before + days.Days!.Value) - UpTo(before);

        Int128 UpTo(int day) => micros * day / all;
    }
}
