using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.Parsing;

/// <summary>
/// Reads calendar dates from text of other systems: <c>2026-01-31</c>, or the midnight of an instant, <c>2026-01-31T00:00:00Z</c>.
/// </summary>
/// <remarks>
/// The result is the date as written, regardless of time zones. An instant at another time of day is refused, because its date would depend
/// on a time zone.
/// </remarks>
public static class ExternalDate
{
    private static readonly InstantPattern Midnight = InstantPattern.ExtendedIso;

    /// <summary>Reads a date.</summary>
    /// <param name="text">The text; null, empty or white space for no date.</param>
    /// <param name="path">The path of the member, for the violation.</param>
    /// <param name="unreadable">The collection that receives a violation when the text is not a date.</param>
    /// <returns>The date; null when there is no date or it cannot be read.</returns>
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

        // 24:00 is the midnight of the following date.
        if (
            Midnight.Parse(trimmed).TryGetValue(default, out var instant)
            && instant.InUtc() is var read
            && read.TimeOfDay == LocalTime.Midnight
            && trimmed.StartsWith(LocalDatePattern.Iso.Format(read.Date), StringComparison.Ordinal)
        )
        {
            return read.Date;
        }

        unreadable.Add(UnreadableText.InvalidDate.Violated(path));
        return null;
    }
}
