namespace Msp.Customers.Usage;

/// <summary>The kind of an overage policy. The numeric values do not change.</summary>
public enum OverageKind
{
    /// <summary>A request that the quotas do not cover completely is refused.</summary>
    Refuse = 0,

    /// <summary>The part that the quotas cover is granted.</summary>
    GrantAvailable = 1,

    /// <summary>The complete request is granted while the overage stays within a limit.</summary>
    UpTo = 2,

    /// <summary>Every request is granted.</summary>
    Allow = 3,
}
