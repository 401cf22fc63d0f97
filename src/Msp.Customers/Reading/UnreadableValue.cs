using Msp.Customers.Rules;

namespace Msp.Customers.Reading;

/// <summary>Outside text names a value that is not known. The text itself stays in the row it came from.</summary>
public sealed class UnreadableValue : Rule
{
    private UnreadableValue()
        : base("value.unknown", Severity.Error, "The value is not known. Known are: {Known}.") { }

    /// <summary>The rule.</summary>
    public static UnreadableValue Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
