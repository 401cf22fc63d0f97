using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>A region in which data is stored, by the vendor's name for it, such as <c>us-east-1</c>. Names are compared in lower case.</summary>
public sealed record StorageRegion
{
    /// <summary>Takes a region's name.</summary>
    /// <param name="name">1 to 64 characters; made lower case.</param>
    /// <exception cref="ArgumentException">The text is not a region's name.</exception>
    public StorageRegion(string name) => Name = Fold(TextLimits.Demand(name, nameof(name), TextLimits.MaxTokenLength));

    /// <summary>The region's name in lower case.</summary>
    public string Name { get; private set; }

    /// <summary>The region's name in lower case.</summary>
    public override string ToString() => Name;

    /// <summary>A region's name as it is kept.</summary>
    /// <param name="name">A name in any case of letters.</param>
    /// <returns>Trimmed and in lower case.</returns>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TextLimits.Lower(name);
    }
}
