namespace Msp.Customers.Consumption;

/// <summary>When a host wants to be told.</summary>
public sealed record AlertThresholds
{
    /// <summary>The shares of a quota's credits, in percent, more than 0 and at most 100; 80, 90 and 100 by default.</summary>
    public IReadOnlyList<decimal> PercentUsed { get; init; } = [80, 90, 100];

    /// <summary>The numbers of days left, one or more; 30, 7 and 1 by default.</summary>
    public IReadOnlyList<int> DaysLeft { get; init; } = [30, 7, 1];

    /// <summary>What holds where a host sets nothing.</summary>
    public static AlertThresholds Default { get; } = new();
}
