using Msp.Customers.Plans;
using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>A customer as a row of the Customers page: what stands in one line of a list, without quotas, contacts and the rest.</summary>
/// <param name="Id">The id.</param>
/// <param name="AccountName">The account name.</param>
/// <param name="OrganizationName">The organization name.</param>
/// <param name="ServicePlan">The id of the service plan; null for none.</param>
/// <param name="TenantType">The tenant type.</param>
/// <param name="LicenseExpiryDate">The last day of the license; null when it has no end.</param>
/// <param name="RegisteredOn">The day of registration.</param>
/// <param name="SuspendedOn">The day since which it is not served; null when it is not suspended.</param>
/// <param name="ClosedOn">The day on which it was given up; null when it is not closed.</param>
public sealed record CustomerRow(
    CustomerId Id,
    string AccountName,
    string OrganizationName,
    PlanId? ServicePlan,
    TenantType TenantType,
    LocalDate? LicenseExpiryDate,
    LocalDate RegisteredOn,
    LocalDate? SuspendedOn,
    LocalDate? ClosedOn
)
{
    /// <summary>Whether the customer is served.</summary>
    public CustomerStatus Status =>
        ClosedOn is not null ? CustomerStatus.Closed
        : SuspendedOn is not null ? CustomerStatus.Suspended
        : CustomerStatus.Active;

    internal static CustomerRow Of(Customer customer) =>
        new(
            customer.Id,
            customer.Account.AccountName,
            customer.Account.OrganizationName,
            customer.ServicePlan,
            customer.TenantType,
            customer.LicenseExpiryDate,
            customer.RegisteredOn,
            customer.SuspendedOn,
            customer.ClosedOn
        );
}
