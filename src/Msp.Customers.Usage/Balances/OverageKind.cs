namespace Msp.Customers.Usage;

/// <summary>The kinds of overage policy. The values are frozen.</summary>
public enum OverageKind
{
    /// <summary>All or nothing: what quotas do not cover whole is refused.</summary>
    Refuse = 0,

    /// <summary>As much as quotas cover is granted.</summary>
    AllowPartial = 1,

    /// <summary>Everything is granted while overage stays within a limit.</summary>
    UpTo = 2,

    /// <summary>Everything is granted.</summary>
    Allow = 3,
}
