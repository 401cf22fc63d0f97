namespace Msp.Customers.Usage;

/// <summary>How credits are used up, watched and authorized.</summary>
public sealed class UsageOptions
{
    /// <summary>How usage is paid; <see cref="ConsumptionPolicy.Default"/> by default.</summary>
    public ConsumptionPolicy Consumption { get; set; } = ConsumptionPolicy.Default;

    /// <summary>What an authorization does with what quotas do not cover; <see cref="OveragePolicy.Refuse"/> by default.</summary>
    public OveragePolicy Overage { get; set; } = OveragePolicy.Refuse;

    /// <summary>When alerts are raised; <see cref="AlertThresholds.Default"/> by default.</summary>
    public AlertThresholds Alerts { get; set; } = AlertThresholds.Default;
}
