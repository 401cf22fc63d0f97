using Msp.Customers.Rules;

namespace Msp.Customers.Quotas;

/// <summary>A draft names a schedule by a number that the customer has not given.</summary>
public sealed class UnknownSchedule : Rule
{
    private UnknownSchedule()
        : base("schedule.number-unknown", Severity.Error, "The customer has no schedule number {Number}; a new schedule has no number.") { }

    /// <summary>The rule.</summary>
    public static UnknownSchedule Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
