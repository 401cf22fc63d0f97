namespace Msp.Customers;

/// <summary>A sort order of the list of customers.</summary>
/// <remarks>Customers with equal values are sorted by id, so that every order is total.</remarks>
public enum CustomerSort
{
    /// <summary>By account name, without regard to letter case; the default.</summary>
    AccountName = 0,

    /// <summary>By organization name, without regard to letter case.</summary>
    OrganizationName = 1,

    /// <summary>By the id of the service plan; customers without a plan are last.</summary>
    ServicePlan = 2,

    /// <summary>By license expiry date; licenses without an end are last.</summary>
    LicenseExpiryDate = 3,

    /// <summary>By the day of registration.</summary>
    RegisteredOn = 4,
}
