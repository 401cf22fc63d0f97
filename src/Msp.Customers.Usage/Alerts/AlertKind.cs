namespace Msp.Customers.Usage;

/// <summary>The kind of an alert.</summary>
public enum AlertKind
{
    /// <summary>At least the given percentage of a quota's credits is used.</summary>
    PercentReached = 0,

    /// <summary>More than the given percentage of a quota's credits is used.</summary>
    /// <remarks>
    /// At 100 percent, the first overage of the quota's days raises this alert. Usage of exactly the percentage reaches it and does
    /// not exceed it.
    /// </remarks>
    PercentExceeded = 1,

    /// <summary>Usage that no quota covers began: for the first time under the quotas in force, or since no quota is in force.</summary>
    OverageStarted = 2,

    /// <summary>A quota came into force.</summary>
    QuotaStarted = 3,

    /// <summary>A quota has at most the given number of days left, including its last day.</summary>
    QuotaEndsSoon = 4,

    /// <summary>A quota ended or became void.</summary>
    QuotaEnded = 5,
}
