using System.Globalization;
using System.Text;

namespace Msp.Customers.Names;

// Invisible characters: Default_Ignorable_Code_Point of Unicode, which includes the bidirectional controls. folding.py has the same ranges.
internal static class Invisible
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    // The first script that uses joiners. Latin, Greek and Cyrillic have smaller code points.
    private const int FirstOfJoiningScripts = 0x0590;

    // White space, and the Braille pattern without dots, which looks like white space.
    public static bool IsBlank(int c) => c == 0x2800 || (c <= char.MaxValue && char.IsWhiteSpace((char)c));

    public static bool IsIgnorable(int c) =>
        c
            is 0xAD
                or 0x34F
                or 0x61C
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFF8)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF);

    // Whether a text has no visible character.
    public static bool IsAll(string text)
    {
        for (var i = 0; i < text.Length; )
        {
            i += Next(text, i, out var c);
            if (!IsBlank(c) && !IsIgnorable(c))
            {
                return false;
            }
        }

        return true;
    }

    // Whether a text contains invisible characters. With allowJoiners, one joiner or variation selector may follow a character that it can
    // affect.
    public static bool IsIn(string text, bool allowJoiners)
    {
        if (Ascii.IsValid(text))
        {
            return false;
        }

        var before = 0;
        for (var i = 0; i < text.Length; )
        {
            i += Next(text, i, out var c);
            if ((IsIgnorable(c) || IsSeparator(c)) && !(allowJoiners && IsJoined(before, c)))
            {
                return true;
            }

            // A joiner may follow a selector: the emoji of a heart on fire is a heart, a selector, a joiner and a fire.
            before = IsSelector(c) ? FirstOfJoiningScripts : c;
            if (IsSelector(c) && i < text.Length && IsSelector(Peek(text, i)))
            {
                return true;
            }
        }

        return false;
    }

    // Returns the number of code units of a code point; an unpaired surrogate is its own code point.
    public static int Next(string text, int at, out int c)
    {
        var isRune = Rune.TryGetRuneAt(text, at, out var rune);
        c = isRune ? rune.Value : text[at];
        return isRune ? rune.Utf16SequenceLength : 1;
    }

    private static int Peek(string text, int at)
    {
        Next(text, at, out var c);
        return c;
    }

    private static bool IsJoined(int before, int c) =>
        c is ZeroWidthJoiner or ZeroWidthNonJoiner
            ? before >= FirstOfJoiningScripts && !IsHidden(before)
            : IsSelector(c) && !IsHidden(before) && (before >= FirstOfJoiningScripts || IsEmojiBase(before));

    private static bool IsHidden(int c) => IsIgnorable(c) || IsBlank(c);

    private static bool IsSelector(int c) =>
        c is (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Digits and signs that a selector turns into emoji.
    private static bool IsEmojiBase(int c) => c is '#' or '*' or 0xA9 or 0xAE || (c < 0x80 && char.IsAsciiDigit((char)c));

    // Line separators, paragraph separators and interlinear annotations.
    private static bool IsSeparator(int c) =>
        c is (>= 0xFFF9 and <= 0xFFFB)
        || (c <= char.MaxValue && char.GetUnicodeCategory((char)c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
