namespace Msp.Customers.Policies;

/// <summary>The fields of the New Customer page that a host may require. Account name and organization name always are.</summary>
[Flags]
public enum CustomerFields
{
    /// <summary>No further field; the default.</summary>
    None = 0,

    /// <summary>The address.</summary>
    Address = 1,

    /// <summary>The phone number.</summary>
    PhoneNumber = 2,

    /// <summary>The service plan.</summary>
    ServicePlan = 4,

    /// <summary>At least one storage region.</summary>
    StorageRegion = 8,

    /// <summary>At least one credit quota.</summary>
    CreditQuota = 16,

    /// <summary>The license expiry date.</summary>
    LicenseExpiryDate = 32,

    /// <summary>At least one contact.</summary>
    Contact = 64,
}
