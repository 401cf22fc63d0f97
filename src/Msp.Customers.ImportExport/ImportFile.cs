namespace Msp.Customers.ImportExport;

/// <summary>One of the files of an import or export.</summary>
public enum ImportFile
{
    /// <summary>The CSV file with a row for each customer.</summary>
    Customers = 0,

    /// <summary>The CSV file with a row for each contact person.</summary>
    Contacts = 1,

    /// <summary>The CSV file with a row for each credit quota.</summary>
    Quotas = 2,

    /// <summary>The vendor's listing of customers.</summary>
    CustomerListing = 3,

    /// <summary>The vendor's listing of tenants.</summary>
    TenantListing = 4,

    /// <summary>The listing of contact persons, in addition to the vendor's listings.</summary>
    ContactListing = 5,
}
