using System.Security.Cryptography;
using System.Text;

namespace Msp.Customers.Names;

/// <summary>
/// A name folded for comparison: the form NFKC_Casefold of Unicode 15.1, which has no differences of case, of compatible characters such as full-width letters and
/// ligatures, and of composition, and leaves out invisible characters; then trimmed, with inner white space made single blanks.
/// Two names with the same key count as the same name. Keys order by code point.
/// </summary>
/// <remarks>The key of a name is the same on every machine and in every culture. A key that would be longer than <see cref="TextLimits.MaxKeyLength"/> ends with a hash.</remarks>
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
        var folded = Normalize(name);
        return new NameKey(folded.Length <= TextLimits.MaxKeyLength ? folded : Shortened(folded));
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
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Folding.Fold(text);
    }

    /// <summary>Compares by code point.</summary>
    public int CompareTo(NameKey? other) => CodePoints.Compare(Value, other?.Value);

    // Sort keys of a specification are objects, and are compared as such in memory.
    int IComparable.CompareTo(object? obj) =>
        obj is null or NameKey ? CompareTo((NameKey?)obj) : throw new ArgumentException("Not a key.", nameof(obj));

    /// <summary>The folded text.</summary>
    public override string ToString() => Value;

    // One code unit can become eighteen.
    private static string Shortened(string folded)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
        var end = TextLimits.MaxKeyLength - hash.Length;
        return folded[..(char.IsHighSurrogate(folded[end - 1]) ? end - 1 : end)] + hash;
    }

    /// <summary>Whether one key comes before another.</summary>
    public static bool operator <(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) < 0;

    /// <summary>Whether one key comes after another.</summary>
    public static bool operator >(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) > 0;

    /// <summary>Whether one key comes before another or is the same.</summary>
    public static bool operator <=(NameKey? left, NameKey? right) => !(left > right);

    /// <summary>Whether one key comes after another or is the same.</summary>
    public static bool operator >=(NameKey? left, NameKey? right) => !(left < right);
}
