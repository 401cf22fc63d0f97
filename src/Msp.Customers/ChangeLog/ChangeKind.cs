namespace Msp.Customers.ChangeLog;

/// <summary>A kind of change. The numeric values do not change between versions.</summary>
public enum ChangeKind
{
    /// <summary>The customer or plan was added.</summary>
    Added = 0,

    /// <summary>The customer or plan was changed.</summary>
    Changed = 1,

    /// <summary>The customer or plan was deleted. Its earlier change log entries, with all values in them, were deleted with it.</summary>
    Deleted = 2,
}
