namespace Msp.Customers;

/// <summary>The unused credits that a quota takes over from a quota that ended before it started.</summary>
/// <remarks>The amount is computed from both quotas and the usage, like every balance. Instances are immutable and thread-safe.</remarks>
public sealed record CarryOver
{
    /// <summary>Initializes a carry-over.</summary>
    /// <param name="from">The number of the quota whose unused credits are carried over.</param>
    /// <param name="maxCredits">The maximum number of credits carried over, more than zero; null for no such limit.</param>
    /// <param name="maxPercent">
    /// The maximum carried over, in percent of the source quota's own credits: more than 0, at most 1,000, at most six decimal places; null
    /// for no such limit.
    /// </param>
    /// <param name="compounds">Whether credits that were carried into the source quota can be carried over again; false by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public CarryOver(int from, Credits? maxCredits = null, decimal? maxPercent = null, bool compounds = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        var terms = new CarryOverTerms(maxCredits, maxPercent, compounds);
        From = from;
        MaxCredits = terms.MaxCredits;
        MaxPercent = terms.MaxPercent;
        Compounds = terms.Compounds;
    }

    /// <summary>The number of the quota whose unused credits are carried over.</summary>
    public int From { get; }

    /// <inheritdoc cref="CarryOverTerms.MaxCredits"/>
    public Credits? MaxCredits { get; }

    /// <inheritdoc cref="CarryOverTerms.MaxPercent"/>
    public decimal? MaxPercent { get; }

    /// <inheritdoc cref="CarryOverTerms.Compounds"/>
    public bool Compounds { get; }

    // In millionths; null for no limit. A share can exceed the maximum amount of credits.
    internal Int128? CapOn(Credits allowed)
    {
        Int128? share = MaxPercent is { } percent ? (Int128)allowed.Micros * (long)(percent * Credits.Scale) / (100 * Credits.Scale) : null;
        return MaxCredits?.Micros is { } most && !(share < most) ? most : share;
    }

    internal static CarryOver Of(CarryOverDraft draft) =>
        new(
            draft.From ?? throw new ArgumentException("CarryOver.From must be the number of a quota.", nameof(draft)),
            draft.MaxCredits is { } most ? Credits.Of(most) : null,
            draft.MaxPercent,
            draft.Compounds
        );

    internal CarryOverDraft ToDraft() =>
        new()
        {
            From = From,
            MaxCredits = MaxCredits?.Amount,
            MaxPercent = MaxPercent,
            Compounds = Compounds,
        };
}
