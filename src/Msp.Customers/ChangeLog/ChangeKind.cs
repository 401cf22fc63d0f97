namespace Msp.Customers.ChangeLog;

/// <summary>What happened to it. The values are frozen.</summary>
public enum ChangeKind
{
    /// <summary>It was stored for the first time.</summary>
    Added = 0,

    /// <summary>It was changed.</summary>
    Changed = 1,

    /// <summary>It was deleted. Its earlier entries, with all values in them, went with it.</summary>
    Deleted = 2,
}
