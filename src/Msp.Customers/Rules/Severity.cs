namespace Msp.Customers;

/// <summary>Specifies the effect of a violation on its operation.</summary>
public enum Severity
{
    /// <summary>The violation is reported, and the operation continues.</summary>
    Warning = 0,

    /// <summary>The operation is refused and changes nothing.</summary>
    Error = 1,
}
