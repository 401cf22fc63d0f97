using System.Text;

namespace Msp.Customers.ImportExport;

// Several values in one cell, separated by semicolons. A backslash escapes a separator.
internal static class ListCell
{
    public static string Join(IEnumerable<string?> items) => string.Join("; ", items.Select(Escape));

    public static string Pair(string? first, string? second) => $"{Escape(first)}:{Escape(second)}";

    // Null when nothing follows a backslash. Each item is split into two parts at the first colon, if it has one.
    public static List<(string First, string? Second)>? Split(string text)
    {
        var (items, part, first, escaped) = (new List<(string, string?)>(), new StringBuilder(), (string?)null, false);
        foreach (var c in text)
        {
            if (escaped || c is not ('\\' or ';' or ':') || (c == ':' && first is not null))
            {
                part.Append(c);
                escaped = false;
            }
            else if (c == '\\')
            {
                escaped = true;
            }
            else if (c == ':')
            {
                first = Take();
            }
            else
            {
                Add();
            }
        }

        Add();
        return escaped ? null : items;

        string Take()
        {
            var taken = part.ToString().Trim();
            part.Clear();
            return taken;
        }

        // Empty text between two semicolons is not an item.
        void Add()
        {
            var last = Take();
            if (last.Length > 0 || first is not null)
            {
                items.Add(first is null ? (last, null) : (first, last));
                first = null;
            }
        }
    }

    private static string Escape(string? text) =>
        (text ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(":", "\\:", StringComparison.Ordinal);
}
