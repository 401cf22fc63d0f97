namespace Msp.Customers.Names;

/// <summary>
/// Compares text by Unicode code point, which is the order of databases with a binary collation, on every machine and in every culture.
/// </summary>
internal static class CodePoints
{
    /// <summary>Compares two texts by code point.</summary>
    /// <param name="left">The first text; null comes first.</param>
    /// <param name="right">The second text.</param>
    /// <returns>A negative number when <paramref name="left"/> comes first.</returns>
    public static int Compare(string? left, string? right)
    {
        var length = Math.Min(left?.Length ?? 0, right?.Length ?? 0);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left![i], right![i]);
            if (a != b)
            {
                // UTF-16 orders surrogates, which encode the code points above U+FFFF, before U+E000. They must come last.
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a).CompareTo(char.IsSurrogate(b));
            }
        }

        return left is null || right is null ? (left is null ? 0 : 1) - (right is null ? 0 : 1) : left.Length.CompareTo(right.Length);
    }
}
