namespace Msp.Customers.Usage;

/// <summary>How an authorization treats a request that the quotas do not cover.</summary>
/// <remarks>
/// The policy applies to authorizations only. Usage that already happened is never refused; the part that no quota covers is
/// overage.
/// </remarks>
public sealed record OveragePolicy
{
    private OveragePolicy(OverageKind kind, Credits? maxCredits = null, decimal? maxPercent = null)
    {
        Kind = kind;
        MaxCredits = maxCredits;
        MaxPercent = maxPercent;
    }

    /// <summary>Grants requests that the quotas cover completely, and refuses all others.</summary>
    public static OveragePolicy Refuse { get; } = new(OverageKind.Refuse);

    /// <summary>Grants the part of a request that the quotas cover.</summary>
    public static OveragePolicy GrantAvailable { get; } = new(OverageKind.GrantAvailable);

    /// <summary>Grants every request.</summary>
    public static OveragePolicy Allow { get; } = new(OverageKind.Allow);

    /// <summary>The kind of the policy.</summary>
    public OverageKind Kind { get; }

    /// <summary>The largest overage, in credits; null unless the policy is a limit in credits.</summary>
    public Credits? MaxCredits { get; }

    /// <summary>
    /// The largest overage, in percent of the credits that the limited quotas in force grant; null unless the policy is a limit in
    /// percent.
    /// </summary>
    public decimal? MaxPercent { get; }

    /// <summary>
    /// Creates a policy that grants a complete request while the overage stays within a number of credits, and refuses it
    /// otherwise.
    /// </summary>
    /// <param name="credits">The largest overage.</param>
    /// <returns>The policy.</returns>
    /// <remarks>
    /// Overage counts from the effective date of the earliest quota in force on the day of the request, so that a new period starts
    /// at zero. Without a quota in force, the request is refused.
    /// </remarks>
    public static OveragePolicy UpTo(Credits credits) => new(OverageKind.UpTo, maxCredits: credits);

    /// <summary>
    /// Creates a policy that grants a complete request while the overage stays within a percentage of the credits that the limited
    /// quotas in force grant.
    /// </summary>
    /// <param name="percent">The largest overage in percent, 0 to 1,000,000.</param>
    /// <returns>The policy.</returns>
    /// <remarks>Overage counts as in <see cref="UpTo(Credits)"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative or more than 1,000,000.</exception>
    public static OveragePolicy UpToPercent(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 1_000_000);
        return new OveragePolicy(OverageKind.UpTo, maxPercent: percent);
    }
}
