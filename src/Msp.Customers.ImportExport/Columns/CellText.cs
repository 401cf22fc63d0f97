using System.Globalization;
using Msp.Customers.Parsing;
using NodaTime;
using NodaTime.Text;

namespace Msp.Customers.ImportExport;

// Converts typed values to the text of cells and back, independent of the culture. A text that cannot be read becomes a violation.
internal static class CellText
{
    // The number of digits that a decimal holds without rounding.
    private const int MaxDigits = 28;
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly ExternalNames<YesOrNo> Flags = new(
        ("true", YesOrNo.Yes),
        ("false", YesOrNo.No),
        ("1", YesOrNo.Yes),
        ("0", YesOrNo.No)
    );

    private enum YesOrNo
    {
        No,
        Yes,
    }

    public static string? Of(object? value) =>
        value switch
        {
            bool flag => flag ? "yes" : "no",
            LocalDate date => LocalDatePattern.Iso.Format(date),
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            ContactRoles roles => ListCell.Join(ContactColumns.NamesOf(roles)),
            IEnumerable<string> items => ListCell.Join(items),
            IEnumerable<ReferenceDraft> references => string.Join("; ", references.Select(r => ListCell.Pair(r.System, r.Id))),
            _ => value?.ToString(),
        };

    public static string? ReadText(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        string.IsNullOrWhiteSpace(text) ? null : text;

    public static bool? ReadFlag(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        Flags.Read(text, "", unreadable) is { } flag ? flag == YesOrNo.Yes : null;

    public static LocalDate? ReadDate(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        dates is null ? ExternalDate.Read(text, "", unreadable)
        : dates.Parse(text.Trim()).TryGetValue(default, out var date) && SupportedDates.Contains(date) ? date
        : Invalid<LocalDate>(text, UnreadableText.InvalidDate.Violated(""), unreadable);

    public static decimal? ReadNumber(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        text.Count(char.IsAsciiDigit) <= MaxDigits
        && decimal.TryParse(text.Trim(), DecimalStyle, CultureInfo.InvariantCulture, out var number)
            ? number
            : Invalid<decimal>(text, ImportExportCodes.InvalidNumber.Violated("", ("Max", MaxDigits)), unreadable);

    public static int? ReadWhole(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Invalid<int>(text, ImportExportCodes.InvalidNumber.Violated("", ("Max", 9)), unreadable);

    public static IReadOnlyList<string>? ReadItems(string text, LocalDatePattern? dates, ICollection<Violation> unreadable) =>
        ReadPairs(text, unreadable)?.ConvertAll(p => p.Second is null ? p.First : $"{p.First}:{p.Second}");

    // Null when there are no items.
    public static List<(string First, string? Second)>? ReadPairs(string text, ICollection<Violation> unreadable)
    {
        var items = ListCell.Split(text);
        if (items is null)
        {
            unreadable.Add(ImportExportCodes.InvalidList.Violated(""));
        }

        return items is { Count: > 0 } ? items : null;
    }

    // An empty text is a missing value.
    public static T? Invalid<T>(string text, Violation violation, ICollection<Violation> unreadable)
        where T : struct
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            unreadable.Add(violation);
        }

        return null;
    }
}
