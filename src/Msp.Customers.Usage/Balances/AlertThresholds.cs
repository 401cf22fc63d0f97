namespace Msp.Customers.Usage;

/// <summary>When alerts are raised.</summary>
public sealed record AlertThresholds
{
    /// <summary>The largest percentage, a million.</summary>
    public const int MaxPercent = 1_000_000;

    /// <summary>The shares of a quota's credits, in percent, more than 0 and at most <see cref="MaxPercent"/>; 80, 90 and 100 by default. More than 100 percent counts the overage of the quota's days.</summary>
    public IReadOnlyList<decimal> PercentUsed { get; init; } = [80, 90, 100];

    /// <summary>The numbers of days left, one or more; 30, 7 and 1 by default.</summary>
    public IReadOnlyList<int> DaysLeft { get; init; } = [30, 7, 1];

    /// <summary>The thresholds where a host sets none.</summary>
    public static AlertThresholds Default { get; } = new();
}
