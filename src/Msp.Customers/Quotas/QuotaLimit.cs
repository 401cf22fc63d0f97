namespace Msp.Customers;

/// <summary>How much a quota allows: an amount of credits, or no limit at all. Unlimited is a value of its own, neither zero nor unset.</summary>
public readonly record struct QuotaLimit
{
    private readonly Credits credits;

    private QuotaLimit(Credits credits, bool isUnlimited)
    {
        this.credits = credits;
        IsUnlimited = isUnlimited;
    }

    /// <summary>No limit.</summary>
    public static QuotaLimit Unlimited { get; } = new(default, true);

    /// <summary>Whether there is no limit.</summary>
    public bool IsUnlimited { get; }

    /// <summary>The credits allowed; null for an unlimited quota, which has no amount.</summary>
    public Credits? Credits => IsUnlimited ? null : credits;

    /// <summary>A limit of an amount of credits.</summary>
    /// <param name="credits">The credits allowed.</param>
    /// <returns>The limit.</returns>
    public static QuotaLimit Of(Credits credits) => new(credits, false);

    /// <summary>The amount, or <c>unlimited</c>.</summary>
    public override string ToString() => IsUnlimited ? "unlimited" : credits.ToString();
}
