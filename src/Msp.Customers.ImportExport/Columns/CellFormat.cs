using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// Formats values independently of the culture.
internal static class CellFormat
{
    public static string? Date(LocalDate? date) => date is { } d ? LocalDatePattern.Iso.Format(d) : null;

    public static string? Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "yes" : "no";
}
