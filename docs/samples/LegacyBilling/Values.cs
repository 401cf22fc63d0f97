using System.Globalization;
using Msp.Customers;
using NodaTime;
using NodaTime.Text;

namespace LegacyBilling;

// Converts values to and from columns: dates as ISO text, amounts as integers in millionths, instants as microseconds.
internal static class Values
{
    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string? Text(LocalDate? date) => date is { } d ? Text(d) : null;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDate? OptionalDate(string? text) => text is null ? null : Date(text);

    public static long? Micros(decimal? credits) => credits is { } c ? Credits.Of(c).Micros : null;

    public static decimal? Amount(long? micros) => micros is { } m ? Credits.FromMicros(m).Amount : null;

    public static string? Text(decimal? percent) => percent?.ToString(CultureInfo.InvariantCulture);

    public static decimal? Percent(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static long? Micros(Instant? instant) => instant is { } i ? i.ToUnixTimeTicks() / 10 : null;

    public static Instant? Moment(long? micros) => micros is { } m ? Instant.FromUnixTimeTicks(m * 10) : null;
}
