namespace Msp.Customers.ImportExport;

// Detects the delimiter: the most frequent of comma, semicolon and tab in the header, outside quotes. Empty lines may precede the header.
internal static class Delimiter
{
    public static char Of(ReadOnlySpan<char> text)
    {
        var (commas, semicolons, tabs, isQuoted) = (0, 0, 0, false);
        foreach (var c in text.TrimStart("\r\n"))
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted)
            {
                if (c is '\r' or '\n')
                {
                    break;
                }

                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }

        return semicolons > commas && semicolons >= tabs ? ';'
            : tabs > commas ? '\t'
            : ',';
    }
}
