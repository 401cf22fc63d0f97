using System.Text;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// The pattern of a Search, with the meaning of LIKE in SQL: % is any text, _ is one character, \ escapes the next character. ASCII letters
// match in either case, all other characters exactly. Brackets are not special.
internal sealed class LikePattern
{
    public const char Escape = '\\';

    // The longest text of the model is the search text of a customer. At most one % can be before and after each of its characters.
    private const int MaxElements = (4 * TextLimits.MaxKeyLength) + 3;
    private readonly List<Element> elements = [];

    public LikePattern(string pattern)
    {
        CanMatch = TextLimits.IsStorable(pattern);
        for (var at = 0; CanMatch && at < pattern.Length; )
        {
            var rune = Rune.GetRuneAt(pattern, at);
            at += rune.Utf16SequenceLength;
            if (rune.Value == Escape && at < pattern.Length)
            {
                rune = Rune.GetRuneAt(pattern, at);
                at += rune.Utf16SequenceLength;
                elements.Add(new Element(ElementKind.One, rune));
            }
            else if (rune.Value == '%')
            {
                if (elements is not [.., { Kind: ElementKind.Any }])
                {
                    elements.Add(new Element(ElementKind.Any, default));
                }
            }
            else
            {
                elements.Add(rune.Value == '_' ? new Element(ElementKind.Wildcard, default) : new Element(ElementKind.One, rune));
            }
        }

        CanMatch = CanMatch && elements.Count <= MaxElements;
    }

    private enum ElementKind
    {
        One,
        Wildcard,
        Any,
    }

    // False for a pattern that no stored text can match.
    public bool CanMatch { get; }

    // Returns an equivalent pattern with ASCII letters in lower case, in which every character that is special in some database is escaped.
    public string ToLowerSql()
    {
        var sql = new StringBuilder();
        foreach (var (kind, rune) in elements)
        {
            if (kind == ElementKind.One)
            {
                var lower = Lower(rune);
                _ = lower.Value is '%' or '_' or Escape ? sql.Append(Escape) : sql;
                sql.Append(lower.ToString());
            }
            else
            {
                sql.Append(kind == ElementKind.Any ? '%' : '_');
            }
        }

        return sql.ToString();
    }

    // Backtracks to the last % only, which is sufficient: a later % can match what an earlier one would.
    public bool IsMatch(string? text)
    {
        if (text is null || !CanMatch)
        {
            return false;
        }

        var runes = text.EnumerateRunes().ToArray();
        var (at, element, retryAt, retryElement) = (0, 0, -1, -1);
        while (at < runes.Length)
        {
            if (element < elements.Count && elements[element].Kind == ElementKind.Any)
            {
                (retryAt, retryElement) = (at, ++element);
            }
            else if (
                element < elements.Count
                && (elements[element].Kind == ElementKind.Wildcard || Lower(elements[element].Rune) == Lower(runes[at]))
            )
            {
                (at, element) = (at + 1, element + 1);
            }
            else if (retryElement >= 0)
            {
                (at, element) = (++retryAt, retryElement);
            }
            else
            {
                return false;
            }
        }

        return elements.Skip(element).All(t => t.Kind == ElementKind.Any);
    }

    private static Rune Lower(Rune rune) => rune.IsAscii ? Rune.ToLowerInvariant(rune) : rune;

    private readonly record struct Element(ElementKind Kind, Rune Rune);
}
