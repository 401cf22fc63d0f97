namespace Msp.Customers.Usage;

/// <summary>What an authorization does with a request that quotas do not cover. A fact, usage that already happened, is never refused: what no quota covers of it is overage.</summary>
public sealed record OveragePolicy
{
    private OveragePolicy(OverageKind kind, Credits? maxCredits = null, decimal? maxPercent = null)
    {
        Kind = kind;
        MaxCredits = maxCredits;
        MaxPercent = maxPercent;
    }

    /// <summary>Grants what quotas cover whole, and refuses everything else.</summary>
    public static OveragePolicy Refuse { get; } = new(OverageKind.Refuse);

    /// <summary>Grants as much as quotas cover.</summary>
    public static OveragePolicy AllowPartial { get; } = new(OverageKind.AllowPartial);

    /// <summary>Grants everything.</summary>
    public static OveragePolicy Allow { get; } = new(OverageKind.Allow);

    /// <summary>The kind.</summary>
    public OverageKind Kind { get; }

    /// <summary>The most overage, in credits; null unless the policy is a limit in credits.</summary>
    public Credits? MaxCredits { get; }

    /// <summary>The most overage, in percent of what the limited quotas in force grant; null unless the policy is a limit in percent.</summary>
    public decimal? MaxPercent { get; }

    /// <summary>
    /// Grants a request whole while the overage stays within a number of credits, and refuses it otherwise. Overage counts from the first day of the earliest quota
    /// in force on the day of the request: a new period begins anew. Without a quota in force there is nothing to exceed, and the request is refused.
    /// </summary>
    /// <param name="credits">The most overage.</param>
    /// <returns>The policy.</returns>
    public static OveragePolicy UpTo(Credits credits) => new(OverageKind.UpTo, maxCredits: credits);

    /// <summary>As <see cref="UpTo(Credits)"/>, with the most overage in percent of what the limited quotas in force on the day grant.</summary>
    /// <param name="percent">Zero or more.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative or more than a million.</exception>
    public static OveragePolicy UpToPercent(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 1_000_000);
        return new OveragePolicy(OverageKind.UpTo, maxPercent: percent);
    }
}
