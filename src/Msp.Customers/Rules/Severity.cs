namespace Msp.Customers;

/// <summary>What a broken rule means for the operation it was found in.</summary>
public enum Severity
{
    /// <summary>Worth telling; the operation goes on.</summary>
    Warning = 0,

    /// <summary>The operation is refused and nothing is changed.</summary>
    Error = 1,
}
