namespace Msp.Customers;

/// <summary>
/// What a quota takes over of the unused credits of one that ended before it started. What is carried over follows from both quotas and usage, like every balance.
/// Immutable and safe to share.
/// </summary>
public sealed record CarryOver
{
    /// <summary>States what is carried over.</summary>
    /// <param name="from">The number of the quota whose unused credits are carried over.</param>
    /// <param name="maxCredits">The most credits carried over, more than zero; null for no such cap.</param>
    /// <param name="maxPercent">The most carried over, in percent of what that quota itself allows: more than 0, at most 1,000, of at most six decimal places; null for no such cap.</param>
    /// <param name="compounds">Whether credits carried into that quota can be carried over again; false by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not of its range.</exception>
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

    // In millionths; null for no cap. A share can be more than the largest amount of credits.
    internal Int128? CapOn(Credits allowed)
    {
        Int128? share = MaxPercent is { } percent ? (Int128)allowed.Micros * (long)(percent * Credits.Scale) / (100 * Credits.Scale) : null;
        return MaxCredits?.Micros is { } most && !(share < most) ? most : share;
    }

    internal static CarryOver Of(CarryOverDraft draft) =>
        new(
            draft.From ?? throw new ArgumentException("Credits are carried over from a quota.", nameof(draft)),
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
