using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>A feature that a plan includes, by the vendor's name, such as <c>M365</c>.</summary>
public sealed record PlanFeature
{
    /// <summary>Initializes a feature.</summary>
    /// <param name="name">The name of the feature, 1 to 256 characters.</param>
    /// <exception cref="ArgumentException">The text is not a valid name.</exception>
    public PlanFeature(string name) => Name = TextLimits.Demand(name, nameof(name), TextLimits.MaxNameLength);

    /// <summary>The name of the feature.</summary>
    public string Name { get; private set; }

    /// <summary>Returns the name of the feature.</summary>
    public override string ToString() => Name;
}
