using System.Text;

namespace Msp.Customers.Names;

/// <summary>
/// A name folded for comparison: trimmed, inner white space made single blanks, canonically composed and in upper case.
/// Two names with the same key count as the same name. Keys order by code point.
/// </summary>
public sealed record NameKey : IComparable<NameKey>, IComparable
{
    private NameKey(string value) => Value = value;

    /// <summary>The folded text.</summary>
    public string Value { get; }

    /// <summary>The key of a name.</summary>
    /// <param name="name">A name as people write it.</param>
    /// <returns>Its key.</returns>
    public static NameKey Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new NameKey(Fold(name));
    }

    /// <summary>A key as it was stored.</summary>
    /// <param name="value">The <see cref="Value"/> of a key.</param>
    /// <returns>The same key.</returns>
    public static NameKey FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NameKey(value);
    }

    /// <summary>Folds a text as a key is folded, for searching.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The folded text.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in CanBeNormalized(text) ? text.Normalize(NormalizationForm.FormC) : text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    /// <summary>Compares by code point.</summary>
    public int CompareTo(NameKey? other) => CodePoints.Compare(Value, other?.Value);

    // Sort keys of a specification are objects, and are compared as such in memory.
    int IComparable.CompareTo(object? obj) =>
        obj is null or NameKey ? CompareTo((NameKey?)obj) : throw new ArgumentException("Not a key.", nameof(obj));

    /// <summary>The folded text.</summary>
    public override string ToString() => Value;

    // string.Normalize throws for half a character and for U+FFFE, which is none.
    private static bool CanBeNormalized(string text) => TextForm.IsWellFormed(text) && !text.Contains('\uFFFE', StringComparison.Ordinal);

    /// <summary>Whether one key comes before another.</summary>
    public static bool operator <(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) < 0;

    /// <summary>Whether one key comes after another.</summary>
    public static bool operator >(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) > 0;

    /// <summary>Whether one key comes before another or is the same.</summary>
    public static bool operator <=(NameKey? left, NameKey? right) => !(left > right);

    /// <summary>Whether one key comes after another or is the same.</summary>
    public static bool operator >=(NameKey? left, NameKey? right) => !(left < right);
}
