using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>
/// The managed service provider whose customers are served. A storage serves one at a time: it is part of every key, stamped on what is written and asked of what is read,
/// so that nothing of one reaches another. It comes from the host, never from outside input.
/// </summary>
public sealed record MspId
{
    /// <summary>Takes an id.</summary>
    /// <param name="value">1 to 128 characters, no control characters and no invisible ones; white space at the ends is taken off.</param>
    /// <exception cref="ArgumentException">The text is not an id.</exception>
    public MspId(string value) =>
        Value = TextLimits.HasInvisibles(value)
            ? throw new ArgumentException("The text holds invisible characters.", nameof(value))
            : TextLimits.Demand(value, nameof(value), TextLimits.MaxIdLength);

    /// <summary>The one MSP of a host that serves no other: <c>msp</c>.</summary>
    public static MspId Default { get; } = new("msp");

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <summary>The id's text.</summary>
    public override string ToString() => Value;
}
