namespace Msp.Customers.Usage;

/// <summary>How quotas cover usage.</summary>
public sealed record ConsumptionPolicy
{
    /// <summary>The consumption order of the quotas in force on a day; <see cref="ConsumptionOrder.Default"/> by default.</summary>
    /// <remarks>The comparer must define a total order that depends on the quotas only.</remarks>
    public IComparer<CreditQuota> Order { get; init; } = ConsumptionOrder.Default;

    /// <summary>Whether a quota can cover earlier overage; <see cref="Msp.Customers.Usage.BackdatedCoverage.Never"/> by default.</summary>
    public BackdatedCoverage BackdatedCoverage { get; init; }

    /// <summary>The default policy.</summary>
    public static ConsumptionPolicy Default { get; } = new();
}
