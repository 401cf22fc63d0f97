namespace Msp.Customers.ImportExport;

/// <summary>What an import is doing.</summary>
public enum ImportPhase
{
    /// <summary>Reading who is in the file of customers.</summary>
    Reading = 0,

    /// <summary>Judging every row; nothing is stored yet.</summary>
    Checking = 1,

    /// <summary>Storing what was found good.</summary>
    Storing = 2,
}
