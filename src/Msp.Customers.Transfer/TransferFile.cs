namespace Msp.Customers.Transfer;

/// <summary>One of the three files.</summary>
public enum TransferFile
{
    /// <summary>A row for each customer.</summary>
    Customers = 0,

    /// <summary>A row for each contact person.</summary>
    Contacts = 1,

    /// <summary>A row for each credit quota.</summary>
    Quotas = 2,
}
