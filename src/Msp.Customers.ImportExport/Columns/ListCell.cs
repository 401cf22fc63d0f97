using System.Text;

namespace Msp.Customers.ImportExport;

// Several values in one cell, parted by semicolons; a backslash stands before what would be taken for the list's own.
internal static class ListCell
{
    public static string Join(IEnumerable<string?> items) => string.Join("; ", items.Select(Escape));

    public static string Pair(string? first, string? second) => $"{Escape(first)}:{Escape(second)}";

    // Null where a backslash has nothing after it. Each item is one or more parts, parted by the first colon.
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

        // What is empty between two semicolons is no item.
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
