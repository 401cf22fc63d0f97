namespace Msp.Customers;

/// <summary>The terms of the carry-over between recurring quotas. Each quota takes over credits of the previous one.</summary>
/// <remarks>When both limits are given, the smaller one applies. Instances are immutable and thread-safe.</remarks>
public sealed record CarryOverTerms
{
    /// <summary>The largest <see cref="MaxPercent"/>: 1,000 percent.</summary>
    public const decimal PercentLimit = 1_000;

    /// <summary>Initializes the terms.</summary>
    /// <param name="maxCredits">The maximum number of credits carried over, more than zero; null for no such limit.</param>
    /// <param name="maxPercent">
    /// The maximum carried over, in percent of the previous quota's own credits: more than 0, at most 1,000, at most six decimal places;
    /// null for no such limit.
    /// </param>
    /// <param name="compounds">
    /// Whether credits that were carried into the previous quota can be carried over again; false by default.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public CarryOverTerms(Credits? maxCredits = null, decimal? maxPercent = null, bool compounds = false)
    {
        if (maxCredits == Credits.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maxCredits), "The cap must be greater than zero.");
        }

        if (maxPercent is { } percent && !IsPercent(percent))
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxPercent),
                "The cap in percent must be greater than 0 and at most 1,000, with at most six decimal places."
            );
        }

        MaxCredits = maxCredits;
        MaxPercent = (long?)(maxPercent * Credits.Scale) / (decimal)Credits.Scale; // Removes trailing zeros, as storage does.
        Compounds = compounds;
    }

    /// <summary>The maximum number of credits carried over; null for no such limit.</summary>
    public Credits? MaxCredits { get; }

    /// <summary>
    /// The maximum carried over, in percent of the previous quota's own credits, rounded down to a millionth of a credit; null for no such
    /// limit.
    /// </summary>
    public decimal? MaxPercent { get; }

    /// <summary>Whether credits that were carried into the previous quota can be carried over again.</summary>
    /// <remarks>
    /// When false, only the unused part of the previous quota's own credits is carried over. That quota consumes its own credits first.
    /// </remarks>
    public bool Compounds { get; }

    /// <summary>Returns whether a number is a valid limit in percent.</summary>
    /// <param name="percent">Any number.</param>
    /// <returns>True from a millionth to <see cref="PercentLimit"/>, with at most six decimal places.</returns>
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
