using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Parsing;

/// <summary>
/// Reads calendar dates of other systems: <c>2026-01-31</c>, or an instant that stands for its date, <c>2026-01-31T00:00:00Z</c>.
/// The date is the one written, whatever the zone: an instant at another time of day is refused, because its date would depend on one.
/// </summary>
public static class ExternalDate
{
    private static readonly InstantPattern Midnight = InstantPattern.ExtendedIso;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text; null, empty or white space only for no date.</param>
    /// <param name="path">The member it is for, in the violation.</param>
    /// <param name="unreadable">Where a violation goes when the text is no date.</param>
    /// <returns>The date, or null when there is none or it cannot be read.</returns>
    public static LocalDate? Read(string? text, string path, ICollection<Violation> unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        if (LocalDatePattern.Iso.Parse(trimmed).TryGetValue(default, out var date))
        {
            return date;
        }

        // 24:00 is the midnight of another date than the one written.
        if (
            Midnight.Parse(trimmed).TryGetValue(default, out var instant)
            && instant.InUtc() is var read
            && read.TimeOfDay == LocalTime.Midnight
            && trimmed.StartsWith(LocalDatePattern.Iso.Format(read.Date), StringComparison.Ordinal)
        )
        {
            return read.Date;
        }

        unreadable.Add(UnreadableText.Date.Violated(path));
        return null;
    }
}
