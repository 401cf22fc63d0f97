using NodaTime;

namespace Msp.Customers;

/// <summary>
/// A customer as a row of the Customers page: what stands in one line of a list, without quotas, contacts and the rest.
/// Where something that is stored of the row is not possible, <see cref="Unreadable"/> names it and the others of the page are shown.
/// </summary>
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
    /// <summary>The member of the row, or the time zone, whose stored value is not possible: what stands in its place here means nothing. Null where all of them can be read.</summary>
    public string? Unreadable { get; init; }

    internal string? TimeZone { get; init; }

    // What is stored as the key that rows are sorted by, where it is not what the row shows.
    internal SortKey? Key { get; init; }

    /// <summary>Whether the customer is served.</summary>
    public CustomerStatus Status =>
        ClosedOn is not null ? CustomerStatus.Closed
        : SuspendedOn is not null ? CustomerStatus.Suspended
        : CustomerStatus.Active;

    // The first member that no customer can have.
    internal string? Fault() =>
        string.IsNullOrWhiteSpace(AccountName) ? nameof(AccountName)
        : string.IsNullOrWhiteSpace(OrganizationName) ? nameof(OrganizationName)
        : !Enum.IsDefined(TenantType) ? nameof(TenantType)
        : !CustomerValidator.IsZone(TimeZone) ? nameof(TimeZone)
        : null;

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
        )
        {
            TimeZone = customer.TimeZone,
        };

    // Null where the customer has none, and not known where it cannot be read.
    internal readonly record struct SortKey(bool IsKnown, string? Value);
}
