using Msp.Customers.Names;

namespace Msp.Customers;

/// <summary>Something a plan includes, by the vendor's name for it, such as <c>M365</c>.</summary>
public sealed record PlanFeature
{
    /// <summary>Takes a feature's name.</summary>
    /// <param name="name">1 to 256 characters.</param>
    /// <exception cref="ArgumentException">The text is not a feature's name.</exception>
    public PlanFeature(string name) => Name = TextLimits.Demand(name, nameof(name), TextLimits.MaxNameLength);

    /// <summary>The feature's name.</summary>
    public string Name { get; private set; }

    /// <summary>The feature's name.</summary>
    public override string ToString() => Name;
}
