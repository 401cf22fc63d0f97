namespace Msp.Customers.Usage;

/// <summary>The thresholds at which alerts are raised.</summary>
public sealed record AlertThresholds
{
    /// <summary>The largest percentage: 1,000,000.</summary>
    public const int MaxPercent = 1_000_000;

    /// <summary>
    /// The percentages of a quota's credits, each more than 0 and at most <see cref="MaxPercent"/>; 80, 90 and 100 by default.
    /// </summary>
    /// <remarks>Percentages above 100 count the overage of the quota's days.</remarks>
    public IReadOnlyList<decimal> PercentUsed { get; init; } = [80, 90, 100];

    /// <summary>The numbers of days left, each 1 or more; 30, 7 and 1 by default.</summary>
    public IReadOnlyList<int> DaysLeft { get; init; } = [30, 7, 1];

    /// <summary>The default thresholds.</summary>
    public static AlertThresholds Default { get; } = new();
}
