using System.Collections.Frozen;
using System.Globalization;

namespace Msp.Customers.Parsing;

/// <summary>Reads enumeration values that another system writes as names or numbers.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <remarks>
/// The case of names is ignored. Numbers are read only when they are mapped, since each system numbers its values differently. An unknown
/// value becomes a violation of its row and does not stop the reading of other rows.
/// </remarks>
public sealed class ExternalNames<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> byText;
    private readonly string known;

    /// <summary>Initializes a reader with the names of the enumeration, and further names and numbers of the other system.</summary>
    /// <param name="others">Further names, and numbers as text, with their values.</param>
    public ExternalNames(params IEnumerable<(string Text, T Value)> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var map = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in Enum.GetValues<T>())
        {
            map[value.ToString()] = value;
        }

        foreach (var (text, value) in others)
        {
            map[text] = value;
        }

        byText = map.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        known = string.Join(", ", map.Keys);
    }

    /// <summary>Reads a value.</summary>
    /// <param name="text">The text; null, empty or white space for no value.</param>
    /// <param name="path">The path of the member, for the violation.</param>
    /// <param name="unreadable">The collection that receives a violation when the value is unknown.</param>
    /// <returns>The value; null when there is no value or it is unknown.</returns>
    public T? Read(string? text, string path, ICollection<Violation> unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (byText.TryGetValue(text.Trim(), out var value))
        {
            return value;
        }

        unreadable.Add(UnreadableText.InvalidValue.Violated(path, ("Known", known)));
        return null;
    }

    /// <summary>Reads a value written as a number.</summary>
    /// <param name="number">The number; null for no value.</param>
    /// <param name="path">The path of the member, for the violation.</param>
    /// <param name="unreadable">The collection that receives a violation when the number is unknown.</param>
    /// <returns>The value; null when there is no value or it is unknown.</returns>
    public T? Read(long? number, string path, ICollection<Violation> unreadable) =>
        Read(number?.ToString(CultureInfo.InvariantCulture), path, unreadable);
}
