using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Msp.Customers.Names;

// The data in folding.txt, and NFKC_Casefold by it. It is read when the first text beyond ASCII is folded.
internal static class FoldingData
{
    // Hangul syllables are composed by arithmetic (Unicode, section 3.12).
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly FrozenDictionary<int, int[]> Mapped = Read("M").ToFrozenDictionary(n => n[0], n => n[1..]);

    private static readonly FrozenDictionary<int, int> Classes = Read("C")
        .SelectMany(n => Enumerable.Range(n[1], n[2] - n[1] + 1), (n, c) => (Char: c, Class: n[0]))
        .ToFrozenDictionary(c => c.Char, c => c.Class);

    private static readonly FrozenDictionary<(int, int), int> Pairs = Read("P").ToFrozenDictionary(n => (n[0], n[1]), n => n[2]);

    public static string Fold(string text)
    {
        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; )
        {
            i += Invisible.Next(text, i, out var c);
            Decompose(c, points);
        }

        Compose(points);
        var folded = new StringBuilder(points.Count);
        foreach (var c in points)
        {
            _ = c <= char.MaxValue ? folded.Append((char)c) : folded.Append(new Rune(c));
        }

        return folded.ToString();
    }

    // Adds what a character is folded to, in canonical order.
    private static void Decompose(int c, List<int> points)
    {
        if (c < 0x80)
        {
            points.Add(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        }
        else if (c is >= FirstSyllable and < FirstSyllable + (Leads * Vowels * Tails))
        {
            var syllable = c - FirstSyllable;
            points.Add(FirstLead + (syllable / (Vowels * Tails)));
            points.Add(FirstVowel + (syllable / Tails % Vowels));
            if (syllable % Tails != 0)
            {
                points.Add(BeforeTail + (syllable % Tails));
            }
        }
        else if (Mapped.TryGetValue(c, out var mapped))
        {
            Array.ForEach(mapped, m => AddInOrder(m, points));
        }
        else if (!Invisible.IsIgnorable(c))
        {
            AddInOrder(c, points);
        }
    }

    private static void AddInOrder(int c, List<int> points)
    {
        var kind = ClassOf(c);
        var at = points.Count;
        while (kind != 0 && at > 0 && ClassOf(points[at - 1]) > kind)
        {
            at--;
        }

        points.Insert(at, c);
    }

    // Canonical composition in place (Unicode, section 3.11).
    private static void Compose(List<int> points)
    {
        var (starter, kept, lastClass) = (-1, 0, 0);
        foreach (var c in points.ToArray())
        {
            var kind = ClassOf(c);
            var isBlocked = starter >= 0 && kept - starter > 1 && (kind == 0 || lastClass >= kind);
            if (starter >= 0 && !isBlocked && Composed(points[starter], c) is { } both)
            {
                points[starter] = both;
                continue;
            }

            if (kind == 0)
            {
                starter = kept;
            }

            (points[kept++], lastClass) = (c, kind);
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int? Composed(int first, int second)
    {
        if (first is >= FirstLead and < FirstLead + Leads && second is >= FirstVowel and < FirstVowel + Vowels)
        {
            return FirstSyllable + ((((first - FirstLead) * Vowels) + second - FirstVowel) * Tails);
        }

        if (
            first is >= FirstSyllable and < FirstSyllable + (Leads * Vowels * Tails)
            && (first - FirstSyllable) % Tails == 0
            && second is > BeforeTail and < BeforeTail + Tails
        )
        {
            return first + second - BeforeTail;
        }

        return Pairs.TryGetValue((first, second), out var both) ? both : null;
    }

    private static int ClassOf(int c) => c < 0x300 ? 0 : Classes.GetValueOrDefault(c);

    // The numbers of the lines that begin with a letter.
    private static List<int[]> Read(string kind)
    {
        using var lines = new StreamReader(typeof(FoldingData).Assembly.GetManifestResourceStream("Msp.Customers.Names.folding.txt")!);
        var found = new List<int[]>();
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(kind, StringComparison.Ordinal))
            {
                found.Add([.. line[2..].Split(' ').Select(n => int.Parse(n, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]);
            }
        }

        return found;
    }
}
