using NodaTime;

namespace Msp.Customers;

/// <summary>
/// The dates that the library supports: the days of the ISO calendar that relational databases can store, 0001-01-01 to 9999-12-31.
/// </summary>
public static class SupportedDates
{
    /// <summary>The first supported day, 0001-01-01.</summary>
    public static LocalDate First { get; } = new(1, 1, 1);

    /// <summary>The last supported day, 9999-12-31, which is also <see cref="LocalDate.MaxIsoValue"/>.</summary>
    public static LocalDate Last { get; } = LocalDate.MaxIsoValue;

    /// <summary>Returns whether a date is in the ISO calendar and between <see cref="First"/> and <see cref="Last"/>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>False for dates of other calendars and for years before 1.</returns>
    public static bool Contains(LocalDate date) => date.Calendar == CalendarSystem.Iso && date.Year >= 1;

    /// <summary>Returns a date, or throws an exception when it is not supported.</summary>
    /// <param name="date">The date.</param>
    /// <param name="name">The name of the parameter, for the exception.</param>
    /// <returns>The date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not in the ISO calendar, or is before <see cref="First"/>.</exception>
    public static LocalDate Demand(LocalDate date, string name) =>
        Contains(date)
            ? date
            : throw new ArgumentOutOfRangeException(name, "The date must be between 0001-01-01 and 9999-12-31 in the ISO calendar.");

    /// <summary>Returns the date a number of days later, or <see cref="Last"/> when the result would not be supported.</summary>
    /// <param name="date">A supported date.</param>
    /// <param name="days">The number of days; zero or more.</param>
    /// <returns>The later date.</returns>
    public static LocalDate Later(LocalDate date, int days) => days >= Period.DaysBetween(date, Last) ? Last : date.PlusDays(days);

    // Whether both dates are given and supported, and the second is before the first.
    internal static bool AreReversed(LocalDate? start, LocalDate? end) =>
        start is { } first && end is { } last && Contains(first) && Contains(last) && last < first;
}
