namespace Msp.Customers.Usage;

/// <summary>What happened between two balances.</summary>
public enum AlertKind
{
    /// <summary>At least a share of a quota's credits is used.</summary>
    PercentReached = 0,

    /// <summary>More than a share of a quota's credits is used: at 100 percent, with the first overage of its days. Exactly the share is reached and not exceeded.</summary>
    PercentExceeded = 1,

    /// <summary>Something was used that no quota covered, for the first time under the quotas in force, or since none is.</summary>
    OverageStarted = 2,

    /// <summary>A quota came into force.</summary>
    QuotaStarted = 3,

    /// <summary>A quota has no more than a number of days left, its last one counted.</summary>
    QuotaEndsSoon = 4,

    /// <summary>A quota ended or became void.</summary>
    QuotaEnded = 5,
}
