namespace Msp.Customers;

/// <summary>A carry-over as a form contains it. Its values may be missing or invalid until the draft is checked.</summary>
public sealed class CarryOverDraft
{
    /// <summary>The number of the quota whose unused credits are carried over. That quota must end before this one starts.</summary>
    public int? From { get; set; }

    /// <summary>The maximum number of credits carried over; null for no such limit.</summary>
    public decimal? MaxCredits { get; set; }

    /// <summary>The maximum carried over, in percent of the source quota's own credits; null for no such limit.</summary>
    public decimal? MaxPercent { get; set; }

    /// <summary>Whether credits that were carried into the source quota can be carried over again; false by default.</summary>
    public bool Compounds { get; set; }
}
