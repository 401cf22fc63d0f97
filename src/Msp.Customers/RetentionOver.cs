using Msp.Customers.Rules;

namespace Msp.Customers;

/// <summary>A closed customer is asked for again after the last day on which it was kept.</summary>
public sealed class RetentionOver : Rule
{
    private RetentionOver()
        : base("status.retention-over", Severity.Error, "The customer was kept until {RetentionDate} and cannot be reopened on {Today}.")
    { }

    /// <summary>The rule.</summary>
    public static RetentionOver Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
