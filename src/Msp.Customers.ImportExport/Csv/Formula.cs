namespace Msp.Customers.ImportExport;

// A spreadsheet evaluates a cell that begins with one of these characters. An apostrophe before it makes it text. Reading removes exactly
// one apostrophe.
internal static class Formula
{
    private const string Openers = "=+-@\t\r";

    public static string Defuse(string text) => Opens(text) ? $"'{text}" : text;

    public static string Restore(ReadOnlySpan<char> cell) => (cell is ['\'', ..] && Opens(cell) ? cell[1..] : cell).ToString();

    // Apostrophes of the text itself count too, so that reading distinguishes them from the added one.
    private static bool Opens(ReadOnlySpan<char> text) =>
        text.TrimStart('\'') is [var first, ..] && Openers.Contains(first, StringComparison.Ordinal);
}
