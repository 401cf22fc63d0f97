namespace Msp.Customers;

/// <summary>
/// The amount that a quota allows: a number of credits, or unlimited. Unlimited is a value of its own, different from zero and unset.
/// </summary>
public readonly record struct QuotaLimit
{
    private readonly Credits credits;

    private QuotaLimit(Credits credits, bool isUnlimited)
    {
        this.credits = credits;
        IsUnlimited = isUnlimited;
    }

    /// <summary>The unlimited value.</summary>
    public static QuotaLimit Unlimited { get; } = new(default, true);

    /// <summary>Whether the quota is unlimited.</summary>
    public bool IsUnlimited { get; }

    /// <summary>The allowed credits; null for an unlimited quota.</summary>
    public Credits? Credits => IsUnlimited ? null : credits;

    /// <summary>Creates a limit of an amount of credits.</summary>
    /// <param name="credits">The allowed credits.</param>
    /// <returns>The limit.</returns>
    public static QuotaLimit Of(Credits credits) => new(credits, false);

    /// <summary>Returns the amount, or <c>unlimited</c>.</summary>
    public override string ToString() => IsUnlimited ? "unlimited" : credits.ToString();
}
