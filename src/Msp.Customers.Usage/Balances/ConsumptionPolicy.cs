namespace Msp.Customers.Usage;

/// <summary>How usage is paid.</summary>
public sealed record ConsumptionPolicy
{
    /// <summary>The order in which quotas in force on a day pay; <see cref="ConsumptionOrder.Default"/> by default. It must be total, and depend on nothing but the quotas.</summary>
    public IComparer<CreditQuota> Order { get; init; } = ConsumptionOrder.Default;

    /// <summary>Whether a quota may pay earlier overage; never by default.</summary>
    public BackdatedCoverage BackdatedCoverage { get; init; }

    /// <summary>What holds where a host sets nothing.</summary>
    public static ConsumptionPolicy Default { get; } = new();
}
