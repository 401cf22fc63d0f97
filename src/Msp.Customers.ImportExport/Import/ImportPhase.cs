namespace Msp.Customers.ImportExport;

/// <summary>The phase of an import.</summary>
public enum ImportPhase
{
    /// <summary>The import reads the ids of the file of customers.</summary>
    Reading = 0,

    /// <summary>The import checks all rows; nothing is stored yet.</summary>
    Checking = 1,

    /// <summary>The import stores the customers without errors.</summary>
    Storing = 2,
}
