using NodaTime;

namespace Msp.Customers;

/// <summary>The dates the library works with: every day of the ISO calendar that relational databases can store, 0001-01-01 to 9999-12-31.</summary>
public static class SupportedDates
{
    /// <summary>The first supported day, 0001-01-01.</summary>
    public static LocalDate First { get; } = new(1, 1, 1);

    /// <summary>The last supported day, 9999-12-31, which is also <see cref="LocalDate.MaxIsoValue"/>.</summary>
    public static LocalDate Last { get; } = LocalDate.MaxIsoValue;

    /// <summary>Whether a date is in the ISO calendar and between <see cref="First"/> and <see cref="Last"/>.</summary>
    /// <param name="date">Any date.</param>
    /// <returns>False for dates of other calendars and for years before 1.</returns>
    public static bool Contains(LocalDate date) => date.Calendar == CalendarSystem.Iso && date.Year >= 1;

    /// <summary>Refuses a date that is not supported.</summary>
    /// <param name="date">Any date.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is of another calendar or before <see cref="First"/>.</exception>
    public static LocalDate Demand(LocalDate date, string name) =>
        Contains(date)
            ? date
            : throw new ArgumentOutOfRangeException(name, "A date is in the ISO calendar, from 0001-01-01 to 9999-12-31.");

    /// <summary>A number of days after a date, or <see cref="Last"/> where that would be later than any supported day.</summary>
    /// <param name="date">A supported date.</param>
    /// <param name="days">Zero or more days.</param>
    /// <returns>The later date.</returns>
    public static LocalDate Later(LocalDate date, int days) => days >= Period.DaysBetween(date, Last) ? Last : date.PlusDays(days);

    // Whether both dates are there and supported, and the second is before the first.
    internal static bool AreReversed(LocalDate? start, LocalDate? end) =>
        start is { } first && end is { } last && Contains(first) && Contains(last) && last < first;
}
