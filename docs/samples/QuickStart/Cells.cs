using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace QuickStart;

/// <summary>Formats values as cells. Text from files is shown without control characters of the terminal.</summary>
internal static class Cells
{
    public static Text Text(string? text, Color? color = null) => new(Clean(text ?? "-"), new Style(color));

    public static Text Lines(params IEnumerable<string?> lines) =>
        Text(string.Join('\n', lines.Where(l => l is not null)) is { Length: > 0 } text ? text : null);

    public static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "-";

    public static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string? Iso(LocalDate? date) => date is { } d ? Iso(d) : null;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text);
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] != '\n' && (char.IsControl(clean[i]) || IsDirectionMark(clean[i])))
            {
                clean[i] = '\uFFFD';
            }
        }

        return clean.ToString();
    }

    // Marks for the direction of writing reorder the text around them.
    private static bool IsDirectionMark(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
