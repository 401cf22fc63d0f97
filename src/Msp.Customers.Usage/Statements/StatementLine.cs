namespace Msp.Customers.Usage;

/// <summary>The changes of one quota in a period, in credits.</summary>
/// <remarks>
/// For a limited quota, <see cref="Opening"/> + <see cref="Granted"/> always equals <see cref="Consumed"/> + <see cref="Expired"/>
/// + <see cref="Voided"/> + <see cref="CarriedOver"/> + <see cref="Closing"/>.
/// </remarks>
public sealed record StatementLine
{
    internal StatementLine() { }

    /// <summary>The quota.</summary>
    public required CreditQuota Quota { get; init; }

    /// <summary>The remaining credits before the period's first day; null for an unlimited quota.</summary>
    public decimal? Opening { get; init; }

    /// <summary>
    /// The credits granted, including those carried over into the quota, if it started in the period; null for an unlimited quota.
    /// </summary>
    public decimal? Granted { get; init; }

    /// <summary>The credits consumed on the period's days.</summary>
    public decimal Consumed { get; init; }

    /// <summary>
    /// The remaining credits at the end of the quota, except those carried over, if the day after its end is in the period.
    /// </summary>
    public decimal Expired { get; init; }

    /// <summary>
    /// The credits voided on the period's days, and the remaining credits when the quota became void, if that day is in the period.
    /// </summary>
    public decimal Voided { get; init; }

    /// <summary>The remaining credits at the end of the period's last day; null for an unlimited quota.</summary>
    public decimal? Closing { get; init; }

    /// <summary>The unused credits of an earlier quota that were carried over into this one, a part of <see cref="Granted"/>.</summary>
    public decimal CarriedIn { get; init; }

    /// <summary>The credits that later quotas take over, if the day after the end of this quota is in the period.</summary>
    public decimal CarriedOver { get; init; }
}
