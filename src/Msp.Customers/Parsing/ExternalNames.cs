using System.Collections.Frozen;
using System.Globalization;

namespace Msp.Customers.Parsing;

/// <summary>
/// Reads values that another system writes by name or number. Names are read in any case of letters; numbers only by the map that is given,
/// since each system numbers its values in its own way. What is not known becomes a violation on its row and never ends the reading of the rest.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class ExternalNames<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> byText;
    private readonly string known;

    /// <summary>Takes the library's own names, and further names and numbers of the other system.</summary>
    /// <param name="others">Other names, and numbers written as text, with the value each stands for.</param>
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
    /// <param name="text">The text; null, empty or white space only for no value.</param>
    /// <param name="path">The member it is for, in the violation.</param>
    /// <param name="unreadable">Where a violation goes when the value is not known.</param>
    /// <returns>The value, or null when there is none or it is not known.</returns>
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

        unreadable.Add(UnreadableText.Value.Violated(path, ("Known", known)));
        return null;
    }

    /// <summary>Reads a value written as a number.</summary>
    /// <param name="number">The number; null for no value.</param>
    /// <param name="path">The member it is for, in the violation.</param>
    /// <param name="unreadable">Where a violation goes when the number is not known.</param>
    /// <returns>The value, or null when there is none or it is not known.</returns>
    public T? Read(long? number, string path, ICollection<Violation> unreadable) =>
        Read(number?.ToString(CultureInfo.InvariantCulture), path, unreadable);
}
