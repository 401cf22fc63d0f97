using System.Globalization;
using NodaTime;

namespace Msp.Customers;

/// <summary>
/// An exact amount of credits with six decimal places, from zero to a trillion. Never floating point, never rounded: what does not fit is refused.
/// The zero value is no credits, which is neither an unset nor an unlimited amount.
/// </summary>
public readonly record struct Credits : IComparable<Credits>, IComparable, IFormattable
{
    /// <summary>How many of the smallest amounts make one credit: a million.</summary>
    public const long Scale = 1_000_000;

    private const long MaxMicros = 1_000_000_000_000 * Scale;

    private Credits(long micros) => Micros = micros;

    /// <summary>No credits.</summary>
    public static Credits Zero { get; }

    /// <summary>The largest amount, 1,000,000,000,000 credits.</summary>
    public static Credits Max { get; } = new(MaxMicros);

    /// <summary>The amount in millionths of a credit, for storage and sums.</summary>
    public long Micros { get; }

    /// <summary>The amount in credits.</summary>
    public decimal Amount => Micros / (decimal)Scale;

    /// <summary>Makes an amount of credits.</summary>
    /// <param name="amount">Credits; at most six decimal places.</param>
    /// <returns>Exactly that amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, larger than <see cref="Max"/> or finer than a millionth.</exception>
    public static Credits Of(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Max.Amount);
        return IsTooFine(amount)
            ? throw new ArgumentOutOfRangeException(nameof(amount), "Credits have at most six decimal places.")
            : new Credits((long)(amount * Scale));
    }

    /// <summary>Makes an amount from millionths of a credit, as stored.</summary>
    /// <param name="micros">Millionths; zero or more, and at most those of <see cref="Max"/>.</param>
    /// <returns>Exactly that amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too large.</exception>
    public static Credits FromMicros(long micros)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(micros);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(micros, MaxMicros);
        return new Credits(micros);
    }

    /// <summary>The share of the credits that falls on some days of a period: credits × those days / all days of the period.</summary>
    /// <param name="days">The days; they lie within the period.</param>
    /// <param name="period">The period that the credits are for; it has an end date.</param>
    /// <returns>What falls on all days up to the last of them, less what falls on those before the first, each rounded down to a millionth: the shares of parts that touch add up to the credits exactly.</returns>
    /// <exception cref="ArgumentException">A period is open, or the days do not lie within the period.</exception>
    /// <example><code>Credits.Of(310).Prorated(new EffectivePeriod(new LocalDate(2026, 3, 16), end), new EffectivePeriod(new LocalDate(2026, 3, 1), end))   // 160</code></example>
    public Credits Prorated(EffectivePeriod days, EffectivePeriod period) => new((long)Share(Micros, days, period));

    /// <summary>Compares by amount.</summary>
    public int CompareTo(Credits other) => Micros.CompareTo(other.Micros);

    // Lists in memory are sorted by keys of no declared type.
    int IComparable.CompareTo(object? obj) => obj is null ? 1 : CompareTo((Credits)obj);

    /// <summary>The amount without trailing zeros, invariantly: <c>1.5</c>.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <summary>The amount in a number format; without one, as few decimal places as it needs.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Amount.ToString(format ?? "0.######", formatProvider ?? CultureInfo.InvariantCulture);

    /// <summary>Whether one amount is less than another.</summary>
    public static bool operator <(Credits left, Credits right) => left.Micros < right.Micros;

    /// <summary>Whether one amount is more than another.</summary>
    public static bool operator >(Credits left, Credits right) => left.Micros > right.Micros;

    /// <summary>Whether one amount is at most another.</summary>
    public static bool operator <=(Credits left, Credits right) => left.Micros <= right.Micros;

    /// <summary>Whether one amount is at least another.</summary>
    public static bool operator >=(Credits left, Credits right) => left.Micros >= right.Micros;

    /// <summary>Whether an amount has more than six decimal places.</summary>
    /// <param name="amount">Credits.</param>
    /// <returns>True when it would have to be rounded.</returns>
    public static bool IsTooFine(decimal amount) => decimal.Round(amount, 6) != amount;

    // In millionths, which for quotas to come may be more than an amount can have.
    internal static Int128 Share(Int128 micros, EffectivePeriod days, EffectivePeriod period)
    {
        if (days.EndDate is not { } last || period.Days is not { } all || !period.Contains(days.EffectiveDate) || !period.Contains(last))
        {
            throw new ArgumentException("The days lie within a period that has an end date.", nameof(days));
        }

        var before = Period.DaysBetween(period.EffectiveDate, days.EffectiveDate);
        return UpTo(before + days.Days!.Value) - UpTo(before);

        Int128 UpTo(int day) => micros * day / all;
    }
}
