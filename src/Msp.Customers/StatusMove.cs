using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>A customer cannot go from the status it has to the one asked for.</summary>
public sealed class StatusMove : Rule
{
    private StatusMove()
        : base("status.move-not-allowed", Severity.Error, "A customer that is {Status} cannot be {Move}.") { }

    /// <summary>The rule.</summary>
    public static StatusMove Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
