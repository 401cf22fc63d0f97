namespace Msp.Customers;

/// <summary>What a quota takes over of another's unused credits, as a form gives it: anything may be missing or wrong until it is checked.</summary>
public sealed class CarryOverDraft
{
    /// <summary>The number of the quota whose unused credits are carried over; it ends before this one starts.</summary>
    public int? From { get; set; }

    /// <summary>The most credits carried over; null for no such cap.</summary>
    public decimal? MaxCredits { get; set; }

    /// <summary>The most carried over, in percent of what the other quota itself allows; null for no such cap.</summary>
    public decimal? MaxPercent { get; set; }

    /// <summary>Whether credits carried into the other quota can be carried over again; false by default.</summary>
    public bool Compounds { get; set; }
}
