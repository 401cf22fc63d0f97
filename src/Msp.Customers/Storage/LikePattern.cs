using System.Text;
using Msp.Customers.Names;

namespace Msp.Customers.Storage;

// The pattern of a Search, as SQL's LIKE reads it: % is any text, _ is one character, \ takes the next character as it is. ASCII letters match in either case,
// all others exactly. Brackets mean themselves.
internal sealed class LikePattern
{
    public const char Escape = '\\';

    // The longest text of the model is the search text of a customer; between its characters stand as many % at most.
    private const int MaxTokens = (4 * TextForm.MaxKeyLength) + 3;
    private readonly List<Token> tokens = [];

    public LikePattern(string pattern)
    {
        CanMatch = TextForm.IsStorable(pattern);
        for (var at = 0; CanMatch && at < pattern.Length; )
        {
            var rune = Rune.GetRuneAt(pattern, at);
            at += rune.Utf16SequenceLength;
            if (rune.Value == Escape && at < pattern.Length)
            {
                rune = Rune.GetRuneAt(pattern, at);
                at += rune.Utf16SequenceLength;
                tokens.Add(new Token(Kind.One, rune));
            }
            else if (rune.Value == '%')
            {
                if (tokens is not [.., { Kind: Kind.Any }])
                {
                    tokens.Add(new Token(Kind.Any, default));
                }
            }
            else
            {
                tokens.Add(rune.Value == '_' ? new Token(Kind.Wildcard, default) : new Token(Kind.One, rune));
            }
        }

        CanMatch = CanMatch && tokens.Count <= MaxTokens;
    }

    private enum Kind
    {
        One,
        Wildcard,
        Any,
    }

    // False for a pattern that no stored text can have.
    public bool CanMatch { get; }

    // In the same meaning, with ASCII letters in lower case and every character escaped that a database would read otherwise.
    public string ToLowerSql()
    {
        var sql = new StringBuilder();
        foreach (var (kind, rune) in tokens)
        {
            if (kind == Kind.One)
            {
                var lower = Lower(rune);
                _ = lower.Value is '%' or '_' or Escape ? sql.Append(Escape) : sql;
                sql.Append(lower.ToString());
            }
            else
            {
                sql.Append(kind == Kind.Any ? '%' : '_');
            }
        }

        return sql.ToString();
    }

    // Goes back to the last % only, which is enough: a later one can take what an earlier one would.
    public bool IsMatch(string? text)
    {
        if (text is null || !CanMatch)
        {
            return false;
        }

        var runes = text.EnumerateRunes().ToArray();
        var (at, token, retryAt, retryToken) = (0, 0, -1, -1);
        while (at < runes.Length)
        {
            if (token < tokens.Count && tokens[token].Kind == Kind.Any)
            {
                (retryAt, retryToken) = (at, ++token);
            }
            else if (token < tokens.Count && (tokens[token].Kind == Kind.Wildcard || Lower(tokens[token].Rune) == Lower(runes[at])))
            {
                (at, token) = (at + 1, token + 1);
            }
            else if (retryToken >= 0)
            {
                (at, token) = (++retryAt, retryToken);
            }
            else
            {
                return false;
            }
        }

        return tokens.Skip(token).All(t => t.Kind == Kind.Any);
    }

    private static Rune Lower(Rune rune) => rune.IsAscii ? Rune.ToLowerInvariant(rune) : rune;

    private readonly record struct Token(Kind Kind, Rune Rune);
}
