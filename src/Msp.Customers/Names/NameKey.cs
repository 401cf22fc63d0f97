using System.Security.Cryptography;
using System.Text;

namespace Msp.Customers.Names;

/// <summary>A normalized name. Two names with the same key count as the same name. Keys are ordered by code point.</summary>
/// <remarks>
/// The key is the NFKC_Casefold form of Unicode 15.1: it ignores case, composition, invisible characters and the differences of compatible
/// characters, such as full-width letters and ligatures. White space is trimmed and collapsed. The key of a name is the same on every
/// machine and in every culture. A key that would be longer than <see cref="TextLimits.MaxKeyLength"/> ends with a hash.
/// </remarks>
public sealed record NameKey : IComparable<NameKey>, IComparable
{
    private NameKey(string value) => Value = value;

    /// <summary>The normalized text.</summary>
    public string Value { get; }

    /// <summary>Returns the key of a name.</summary>
    /// <param name="name">The name as written.</param>
    /// <returns>The key of the name.</returns>
    public static NameKey Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = Normalize(name);
        return new NameKey(folded.Length <= TextLimits.MaxKeyLength ? folded : Shortened(folded));
    }

    /// <summary>Creates a key from stored text.</summary>
    /// <param name="value">The <see cref="Value"/> of a key.</param>
    /// <returns>The stored key.</returns>
    public static NameKey FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NameKey(value);
    }

    /// <summary>Normalizes a text in the same way as a key, for searches.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The normalized text, which is not shortened.</returns>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Folding.Fold(text);
    }

    /// <summary>Compares the texts by code point.</summary>
    public int CompareTo(NameKey? other) => CodePoints.Compare(Value, other?.Value);

    // Specifications sort in memory by keys of type object.
    int IComparable.CompareTo(object? obj) =>
        obj is null or NameKey ? CompareTo((NameKey?)obj) : throw new ArgumentException("The object is not a NameKey.", nameof(obj));

    /// <summary>Returns the normalized text.</summary>
    public override string ToString() => Value;

    // One code unit can become 18 code units.
    private static string Shortened(string folded)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));
        var end = TextLimits.MaxKeyLength - hash.Length;
        return folded[..(char.IsHighSurrogate(folded[end - 1]) ? end - 1 : end)] + hash;
    }

    /// <summary>Returns whether one key comes before another.</summary>
    public static bool operator <(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) < 0;

    /// <summary>Returns whether one key comes after another.</summary>
    public static bool operator >(NameKey? left, NameKey? right) => CodePoints.Compare(left?.Value, right?.Value) > 0;

    /// <summary>Returns whether one key comes before another or is the same.</summary>
    public static bool operator <=(NameKey? left, NameKey? right) => !(left > right);

    /// <summary>Returns whether one key comes after another or is the same.</summary>
    public static bool operator >=(NameKey? left, NameKey? right) => !(left < right);
}
