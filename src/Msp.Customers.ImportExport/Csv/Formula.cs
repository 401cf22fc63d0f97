namespace Msp.Customers.ImportExport;

// A spreadsheet runs a cell that begins with one of these characters. An apostrophe before it makes it text; reading takes exactly one off again.
internal static class Formula
{
    private const string Openers = "=+-@\t\r";

    public static string Defuse(string text) => Opens(text) ? $"'{text}" : text;

    public static string Restore(ReadOnlySpan<char> cell) => (cell is ['\'', ..] && Opens(cell) ? cell[1..] : cell).ToString();

    // Apostrophes of the text's own are counted in, so that they are told from the one that was put before.
    private static bool Opens(ReadOnlySpan<char> text) =>
        text.TrimStart('\'') is [var first, ..] && Openers.Contains(first, StringComparison.Ordinal);
}
