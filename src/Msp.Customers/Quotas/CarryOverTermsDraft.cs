namespace Msp.Customers;

/// <summary>
/// The terms of a carry-over between recurring quotas, as a form contains them. The values may be invalid until the draft is checked.
/// </summary>
public sealed class CarryOverTermsDraft
{
    /// <summary>The maximum number of credits carried over; null for no such limit.</summary>
    public decimal? MaxCredits { get; set; }

    /// <summary>The maximum carried over, in percent of the previous quota's own credits; null for no such limit.</summary>
    public decimal? MaxPercent { get; set; }

    /// <summary>Whether credits that were carried into the previous quota can be carried over again; false by default.</summary>
    public bool Compounds { get; set; }
}
