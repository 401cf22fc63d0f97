namespace Msp.Customers.Names;

/// <summary>Orders text by Unicode code point, which is how databases with a binary collation order it, on every machine and in every culture.</summary>
internal static class CodePoints
{
    /// <summary>Compares two texts by code point.</summary>
    /// <param name="left">A text; null comes first.</param>
    /// <param name="right">Another text.</param>
    /// <returns>Less than zero when <paramref name="left"/> comes first.</returns>
    public static int Compare(string? left, string? right)
    {
        var length = Math.Min(left?.Length ?? 0, right?.Length ?? 0);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left![i], right![i]);
            if (a != b)
            {
                // UTF-16 puts the code points above U+FFFF, written as surrogates, before U+E000: put them last.
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a).CompareTo(char.IsSurrogate(b));
            }
        }

        return left is null || right is null ? (left is null ? 0 : 1) - (right is null ? 0 : 1) : left.Length.CompareTo(right.Length);
    }
}
