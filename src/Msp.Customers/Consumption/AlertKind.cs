namespace Msp.Customers.Consumption;

/// <summary>What happened between two balances.</summary>
public enum AlertKind
{
    /// <summary>A quota has paid at least a share of its credits.</summary>
    PercentReached = 0,

    /// <summary>A quota has paid more than a share of its credits. Exactly the share is reached and not exceeded.</summary>
    PercentExceeded = 1,

    /// <summary>Something was used that no quota covered, for the first time.</summary>
    OverageStarted = 2,

    /// <summary>A quota came into force.</summary>
    QuotaStarted = 3,

    /// <summary>A quota has no more than a number of days left, its last one counted.</summary>
    QuotaEndsSoon = 4,

    /// <summary>A quota ended or became void.</summary>
    QuotaEnded = 5,
}
