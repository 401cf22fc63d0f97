using Msp.Customers.Rules;

namespace Msp.Customers.Quotas;

/// <summary>Schedules would make more quotas than a customer can have. None is made: renew through an earlier day, or take old quotas away.</summary>
public sealed class TooManyDue : Rule
{
    private TooManyDue()
        : base(
            "schedule.too-many-due",
            Severity.Error,
            "With those that are due through {Through} the customer would have more than {Max} quotas."
        ) { }

    /// <summary>The rule.</summary>
    public static TooManyDue Instance { get; } = new();

    /// <inheritdoc/>
    public override bool IsStructural => true;
}
