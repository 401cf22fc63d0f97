using System.Globalization;

namespace Msp.Customers.Usage;

/// <summary>The state of one quota at the end of a day, in credits.</summary>
/// <remarks>
/// For a limited quota, <see cref="Granted"/> always equals <see cref="Consumed"/> + <see cref="Remaining"/> +
/// <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/>.
/// </remarks>
public sealed record QuotaBalance
{
    internal QuotaBalance() { }

    /// <summary>The quota.</summary>
    public required CreditQuota Quota { get; init; }

    /// <summary>The state of the quota's period on the day.</summary>
    public required PeriodState State { get; init; }

    /// <summary>
    /// The credits granted, including those carried over into the quota; zero before its effective date, null for an unlimited
    /// quota.
    /// </summary>
    public decimal? Granted { get; init; }

    /// <summary>The credits consumed.</summary>
    public decimal Consumed { get; init; }

    /// <summary>The remaining credits on the quota's usable days; null for an unlimited quota.</summary>
    public decimal? Remaining { get; init; }

    /// <summary>The remaining credits at the end of the quota, except those carried over.</summary>
    public decimal Expired { get; init; }

    /// <summary>
    /// The credits voided while the quota was in force, and the remaining credits when it became void. Voided credits do not
    /// expire.
    /// </summary>
    public decimal Voided { get; init; }

    /// <summary>The unused credits of an earlier quota that were carried over into this one, a part of <see cref="Granted"/>.</summary>
    public decimal CarriedIn { get; init; }

    /// <summary>
    /// The credits that later quotas take over, from the day after the end of this quota, also before those quotas start.
    /// </summary>
    public decimal CarriedOver { get; init; }

    /// <summary>Whether all granted credits are consumed.</summary>
    /// <remarks>A quota that ends is not exhausted by ending; a quota can be both exhausted and ended.</remarks>
    public bool IsExhausted => Granted > 0 && Consumed == Granted;

    // The credits voided while the quota was in force, a part of Voided.
    internal decimal VoidedInPart { get; init; }

    /// <summary>
    /// The consumed share of the granted credits, in percent; null before the quota starts, when it granted no credits, and for an
    /// unlimited quota.
    /// </summary>
    public decimal? PercentUsed => Granted is > 0 ? Consumed / Granted.Value * 100 : null;

    /// <summary>Returns the quota's number, its state and its sums, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Quota {Quota.Number}, {State}: granted {Amount(Granted)}, consumed {Consumed:0.######}, remaining {Amount(Remaining)}"
        );

    private static string Amount(decimal? amount) => amount?.ToString("0.######", CultureInfo.InvariantCulture) ?? "unlimited";
}
