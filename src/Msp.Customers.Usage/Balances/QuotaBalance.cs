namespace Msp.Customers.Usage;

/// <summary>What became of one quota up to the end of a day, in credits. For a limited one, always <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Remaining"/> + <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/>.</summary>
public sealed record QuotaBalance
{
    internal QuotaBalance() { }

    /// <summary>The quota.</summary>
    public required CreditQuota Quota { get; init; }

    /// <summary>Where it stands on the day.</summary>
    public required PeriodState State { get; init; }

    /// <summary>What it allows, with what was carried into it: nothing before its effective date; null for an unlimited one.</summary>
    public decimal? Granted { get; init; }

    /// <summary>What it paid.</summary>
    public decimal Consumed { get; init; }

    /// <summary>What it has left on its usable days; null for an unlimited one.</summary>
    public decimal? Remaining { get; init; }

    /// <summary>What it had left when it ended, and did not carry over.</summary>
    public decimal Expired { get; init; }

    /// <summary>What was voided of it while it was in force, and what it had left when it became void; a void remainder does not expire again.</summary>
    public decimal Voided { get; init; }

    /// <summary>What it took over of an earlier quota's unused credits, part of <see cref="Granted"/>.</summary>
    public decimal CarriedIn { get; init; }

    /// <summary>What later quotas take over of it, from the day after its end on, also while they have not started.</summary>
    public decimal CarriedOver { get; init; }

    /// <summary>Whether the quota has paid all that it was granted. Ending exhausts none; one may be both.</summary>
    public bool IsExhausted => Granted > 0 && Consumed == Granted;

    // What was voided of it while it was in force, part of Voided.
    internal decimal VoidedInPart { get; init; }

    /// <summary>The share of its credits that the quota has paid, in percent; null before it starts and for an unlimited one.</summary>
    public decimal? PercentUsed => Granted is > 0 ? Consumed / Granted.Value * 100 : null;
}
