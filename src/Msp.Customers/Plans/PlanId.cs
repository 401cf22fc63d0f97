using System.Diagnostics.CodeAnalysis;
using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>The id of a service plan: opaque text, so that a billing system can use its own keys.</summary>
/// <remarks>Ids are compared exactly, and ordered by code point.</remarks>
public sealed record PlanId : IComparable<PlanId>, IComparable
{
    /// <summary>Initializes an id.</summary>
    /// <param name="value">1 to 128 characters without control characters; leading and trailing white space is removed.</param>
    /// <exception cref="ArgumentException">The text is not a valid id.</exception>
    public PlanId(string value) => Value = TextLimits.Demand(value, nameof(value), TextLimits.MaxIdLength);

    private PlanId(string value, bool _) => Value = value;

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>Parses external text, such as a route value, without throwing an exception.</summary>
    /// <param name="text">Any text; leading and trailing white space is removed.</param>
    /// <param name="id">The id; null when the text is not a valid id.</param>
    /// <returns>False when the text is not a valid id, so that no plan has it.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PlanId? id)
    {
        id = text?.Trim() is { } trimmed && TextLimits.IsId(trimmed) ? new PlanId(trimmed) : null;
        return id is not null;
    }

    /// <summary>
    /// Creates an id from stored text. Any text is accepted, so that a plan with an invalid stored id can still be found and reported.
    /// </summary>
    /// <param name="value">The <see cref="Value"/> of an id.</param>
    /// <returns>The stored id.</returns>
    public static PlanId FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new PlanId(value, true);
    }

    /// <summary>Compares the texts by code point.</summary>
    public int CompareTo(PlanId? other) => CodePoints.Compare(Value, other?.Value);

    // Specifications sort in memory by keys of type object.
    int IComparable.CompareTo(object? obj) =>
        obj is null or PlanId ? CompareTo((PlanId?)obj) : throw new ArgumentException("The object is not a PlanId.", nameof(obj));

    /// <summary>Returns the text of the id.</summary>
    public override string ToString() => Value;

    /// <summary>Returns whether one id comes before another.</summary>
    public static bool operator <(PlanId? left, PlanId? right) => CodePoints.Compare(left?.Value, right?.Value) < 0;

    /// <summary>Returns whether one id comes after another.</summary>
    public static bool operator >(PlanId? left, PlanId? right) => CodePoints.Compare(left?.Value, right?.Value) > 0;

    /// <summary>Returns whether one id comes before another or is the same.</summary>
    public static bool operator <=(PlanId? left, PlanId? right) => !(left > right);

    /// <summary>Returns whether one id comes after another or is the same.</summary>
    public static bool operator >=(PlanId? left, PlanId? right) => !(left < right);
}
