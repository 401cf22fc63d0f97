using System.Buffers;
using System.Text;

namespace Msp.Customers.Names;

// Normalizes text for comparison: NFKC_Casefold of Unicode, then white space is trimmed and collapsed. The library contains its own data,
// so that stored keys are the same on every machine.
internal static class Folding
{
    private static readonly SearchValues<char> FoldedAscii = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => !char.IsAsciiLetterUpper(c)),
    ]);

    public static string Fold(string text) => IsFolded(text) ? text : Blanks(Ascii.IsValid(text) ? text : FoldingData.Fold(text));

    // Whether a text is lower case ASCII without superfluous white space.
    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        for (var rest = text; !rest.IsEmpty; )
        {
            var end = rest.IndexOfAnyExcept(FoldedAscii);
            if (end < 0)
            {
                return true;
            }

            if (end == 0 || rest[end] != ' ' || end == rest.Length - 1)
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }

        return true;
    }

    private static string Blanks(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Invisible.IsBlank(c))
            {
                folded.Append(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.Length > 0 && folded[^1] == ' ' ? folded.ToString(0, folded.Length - 1) : folded.ToString();
    }
}
