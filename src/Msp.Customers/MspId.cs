using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>The id of the managed service provider whose customers are served.</summary>
/// <remarks>
/// A store serves one MSP at a time. The id is part of every key, is written to every row and limits every query, so that the data of
/// different MSPs stays separate. The host provides the id; never take it from external input.
/// </remarks>
public sealed record MspId
{
    /// <summary>Initializes an id.</summary>
    /// <param name="value">
    /// 1 to 128 characters without control characters and invisible characters; leading and trailing white space is removed.
    /// </param>
    /// <exception cref="ArgumentException">The text is not a valid id.</exception>
    public MspId(string value) =>
        Value = TextLimits.HasInvisibles(value)
            ? throw new ArgumentException("The text contains invisible characters.", nameof(value))
            : TextLimits.Demand(value, nameof(value), TextLimits.MaxIdLength);

    /// <summary>The MSP of a host that serves a single MSP: <c>msp</c>.</summary>
    public static MspId Default { get; } = new("msp");

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>Returns the text of the id.</summary>
    public override string ToString() => Value;
}
