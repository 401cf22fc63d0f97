namespace Msp.Customers;

/// <summary>How much quotas that recur take over, each of the one before it. Where both caps are given, the smaller counts. Immutable and safe to share.</summary>
public sealed record CarryOverTerms
{
    /// <summary>The largest <see cref="MaxPercent"/>: 1,000 percent.</summary>
    public const decimal PercentLimit = 1_000;

    /// <summary>States how much is carried over.</summary>
    /// <param name="maxCredits">The most credits carried over, more than zero; null for no such cap.</param>
    /// <param name="maxPercent">The most carried over, in percent of what the earlier quota itself allows: more than 0, at most 1,000, of at most six decimal places; null for no such cap.</param>
    /// <param name="compounds">Whether credits carried into the earlier quota can be carried over again; false by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not of its range.</exception>
    public CarryOverTerms(Credits? maxCredits = null, decimal? maxPercent = null, bool compounds = false)
    {
        if (maxCredits == Credits.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maxCredits), "A cap is more than zero.");
        }

        if (maxPercent is { } percent && !IsPercent(percent))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxPercent),
                "A cap in percent is more than 0, at most 1,000 and has at most six decimal places."
            );
        }

        MaxCredits = maxCredits;
        MaxPercent = (long?)(maxPercent * Credits.Scale) / (decimal)Credits.Scale; // Without the zeros at its end, as storage gives it back.
        Compounds = compounds;
    }

    /// <summary>The most credits carried over; null for no such cap.</summary>
    public Credits? MaxCredits { get; }

    /// <summary>The most carried over, in percent of what the earlier quota itself allows, rounded down to a millionth of a credit; null for no such cap.</summary>
    public decimal? MaxPercent { get; }

    /// <summary>Whether credits carried into the earlier quota can be carried over again. Otherwise only what it has left of its own is, and it uses its own first.</summary>
    public bool Compounds { get; }

    /// <summary>Whether a number is a cap in percent.</summary>
    /// <param name="percent">Any number.</param>
    /// <returns>True from a millionth to <see cref="PercentLimit"/>, at most six decimal places.</returns>
    public static bool IsPercent(decimal percent) => percent is > 0 and <= PercentLimit && decimal.Round(percent, 6) == percent;

    internal static CarryOverTerms Of(CarryOverTermsDraft draft) =>
        new(draft.MaxCredits is { } most ? Credits.Of(most) : null, draft.MaxPercent, draft.Compounds);

    internal CarryOverTermsDraft ToDraft() =>
        new()
        {
            MaxCredits = MaxCredits?.Amount,
            MaxPercent = MaxPercent,
            Compounds = Compounds,
        };
}
