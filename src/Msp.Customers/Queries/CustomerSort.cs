namespace Msp.Customers;

/// <summary>What a Customers page is sorted by. Customers with equal values stand in order of id, so that every order is total.</summary>
public enum CustomerSort
{
    /// <summary>The account name, in any case of letters; the default.</summary>
    AccountName = 0,

    /// <summary>The organization name, in any case of letters.</summary>
    OrganizationName = 1,

    /// <summary>The id of the service plan; customers without one last.</summary>
    ServicePlan = 2,

    /// <summary>The license expiry date; licenses without an end last.</summary>
    LicenseExpiryDate = 3,

    /// <summary>The day of registration.</summary>
    RegisteredOn = 4,
}
