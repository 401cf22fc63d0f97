namespace Msp.Customers.Usage;

/// <summary>What became of one quota in a period, in credits. For a limited one, always <see cref="Opening"/> + <see cref="Granted"/> = <see cref="Consumed"/> + <see cref="Expired"/> + <see cref="Voided"/> + <see cref="CarriedOver"/> + <see cref="Closing"/>.</summary>
public sealed record StatementLine
{
    internal StatementLine() { }

    /// <summary>The quota.</summary>
    public required CreditQuota Quota { get; init; }

    /// <summary>What it had left before the period's first day; null for an unlimited one.</summary>
    public decimal? Opening { get; init; }

    /// <summary>What it allows, with what was carried into it, if it started in the period; null for an unlimited one.</summary>
    public decimal? Granted { get; init; }

    /// <summary>What it paid for the period's days.</summary>
    public decimal Consumed { get; init; }

    /// <summary>What it had left when it ended, and did not carry over, if the day after its end is in the period.</summary>
    public decimal Expired { get; init; }

    /// <summary>What was voided of it on the period's days, and what it had left when it became void, if that day is in the period.</summary>
    public decimal Voided { get; init; }

    /// <summary>What it has left at the end of the period's last day; null for an unlimited one.</summary>
    public decimal? Closing { get; init; }

    /// <summary>What it took over of an earlier quota's unused credits, part of <see cref="Granted"/>.</summary>
    public decimal CarriedIn { get; init; }

    /// <summary>What later quotas take over of it, if the day after its end is in the period.</summary>
    public decimal CarriedOver { get; init; }
}
