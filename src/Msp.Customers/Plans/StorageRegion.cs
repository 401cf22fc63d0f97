using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>A region in which data is stored, by the vendor's name, such as <c>us-east-1</c>. Names are compared in lower case.</summary>
public sealed record StorageRegion
{
    /// <summary>Initializes a region.</summary>
    /// <param name="name">The name of the region, 1 to 64 characters; converted to lower case.</param>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public StorageRegion(string name) => Name = Fold(TextLimits.Demand(name, nameof(name), TextLimits.MaxTokenLength));

    /// <summary>The name of the region, in lower case.</summary>
    public string Name { get; private set; }

    /// <summary>Returns the name of the region, in lower case.</summary>
    public override string ToString() => Name;

    /// <summary>Normalizes the name of a region.</summary>
    /// <param name="name">The name, in any case of letters.</param>
    /// <returns>The name without surrounding white space, in lower case.</returns>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TextLimits.Lower(name);
    }
}
