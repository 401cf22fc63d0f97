namespace Msp.Customers;

/// <summary>How much quotas that recur take over, as a form gives it: anything may be wrong until it is checked.</summary>
public sealed class CarryOverTermsDraft
{
    /// <summary>The most credits carried over; null for no such cap.</summary>
    public decimal? MaxCredits { get; set; }

    /// <summary>The most carried over, in percent of what the earlier quota itself allows; null for no such cap.</summary>
    public decimal? MaxPercent { get; set; }

    /// <summary>Whether credits carried into the earlier quota can be carried over again; false by default.</summary>
    public bool Compounds { get; set; }
}
