using System.Diagnostics.CodeAnalysis;
using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>The id of a customer: opaque text, so that a billing system keeps its own keys. Ids differ in any difference of characters, and order by code point.</summary>
public sealed record CustomerId : IComparable<CustomerId>, IComparable
{
    /// <summary>Takes an id.</summary>
    /// <param name="value">1 to 128 characters, no control characters; white space at the ends is taken off.</param>
    /// <exception cref="ArgumentException">The text is not an id.</exception>
    public CustomerId(string value) => Value = TextLimits.Demand(value, nameof(value), TextLimits.MaxIdLength);

    private CustomerId(string value, bool _) => Value = value;

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>A new random id of 32 hexadecimal digits, for hosts without keys of their own.</summary>
    /// <returns>An id no other customer has.</returns>
    public static CustomerId New() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Takes an id from outside, such as from a route, without an exception.</summary>
    /// <param name="text">Any text; white space at the ends is taken off.</param>
    /// <param name="id">The id; null for text that is none.</param>
    /// <returns>False for text that is no id: no customer has it.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CustomerId? id)
    {
        id = text?.Trim() is { } trimmed && TextLimits.IsId(trimmed) ? new CustomerId(trimmed) : null;
        return id is not null;
    }

    /// <summary>An id as it was stored. It takes any text: a customer whose stored id is not possible is found and named all the same.</summary>
    /// <param name="value">The <see cref="Value"/> of an id.</param>
    /// <returns>The same id.</returns>
    public static CustomerId FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CustomerId(value, true);
    }

    /// <summary>Compares by code point.</summary>
    public int CompareTo(CustomerId? other) => CodePoints.Compare(Value, other?.Value);

    // Sort keys of a specification are objects, and are compared as such in memory.
    int IComparable.CompareTo(object? obj) =>
        obj is null or CustomerId ? CompareTo((CustomerId?)obj) : throw new ArgumentException("Not a customer's id.", nameof(obj));

    /// <summary>The id's text.</summary>
    public override string ToString() => Value;

    /// <summary>Whether one id comes before another.</summary>
    public static bool operator <(CustomerId? left, CustomerId? right) => CodePoints.Compare(left?.Value, right?.Value) < 0;

    /// <summary>Whether one id comes after another.</summary>
    public static bool operator >(CustomerId? left, CustomerId? right) => CodePoints.Compare(left?.Value, right?.Value) > 0;

    /// <summary>Whether one id comes before another or is the same.</summary>
    public static bool operator <=(CustomerId? left, CustomerId? right) => !(left > right);

    /// <summary>Whether one id comes after another or is the same.</summary>
    public static bool operator >=(CustomerId? left, CustomerId? right) => !(left < right);
}
