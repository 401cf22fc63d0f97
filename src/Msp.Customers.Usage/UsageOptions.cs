namespace Msp.Customers.Usage;

/// <summary>The options of usage, alerts and authorizations.</summary>
public sealed class UsageOptions
{
    /// <summary>How quotas cover usage; <see cref="ConsumptionPolicy.Default"/> by default.</summary>
    public ConsumptionPolicy Consumption { get; set; } = ConsumptionPolicy.Default;

    /// <summary>How an authorization treats credits that quotas do not cover; <see cref="OveragePolicy.Refuse"/> by default.</summary>
    public OveragePolicy Overage { get; set; } = OveragePolicy.Refuse;

    /// <summary>The thresholds of alerts; <see cref="AlertThresholds.Default"/> by default.</summary>
    public AlertThresholds Alerts { get; set; } = AlertThresholds.Default;
}
