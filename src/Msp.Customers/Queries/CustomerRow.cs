using System.Globalization;
using NodaTime;

namespace Msp.Customers;

/// <summary>A customer as one row of the list of customers, without quotas, contacts and other parts.</summary>
/// <remarks>
/// When a stored value of the row is invalid, <see cref="UnreadableMember"/> names its member. The other rows of the page are not
/// affected.
/// </remarks>
/// <param name="Id">The id.</param>
/// <param name="AccountName">The account name.</param>
/// <param name="OrganizationName">The organization name.</param>
/// <param name="ServicePlan">The id of the service plan; null when the customer has none.</param>
/// <param name="TenantType">The tenant type.</param>
/// <param name="LicenseExpiryDate">The last licensed day; null when the license has no end.</param>
/// <param name="RegisteredOn">The day of registration.</param>
/// <param name="SuspendedOn">The first day of the suspension; null when the customer is not suspended.</param>
/// <param name="ClosedOn">The day on which the customer was closed; null when it is not closed.</param>
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
    /// <summary>
    /// The name of the member whose stored value is invalid, which can also be the time zone. Empty when the member cannot be determined;
    /// null when all values can be read.
    /// </summary>
    /// <remarks>The value that the row has for this member is a placeholder without meaning.</remarks>
    public string? UnreadableMember { get; init; }

    internal string? TimeZone { get; init; }

    // The stored sort key, where it differs from the key of the values of the row.
    internal SortKey? Key { get; init; }

    /// <summary>The status of the customer.</summary>
    public CustomerStatus Status =>
        ClosedOn is not null ? CustomerStatus.Closed
        : SuspendedOn is not null ? CustomerStatus.Suspended
        : CustomerStatus.Active;

    // Returns the first member with an invalid value, or null.
    internal string? InvalidMember() =>
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

    // Value is null when the customer has no value. IsKnown is false when the stored key cannot be read.
    internal readonly record struct SortKey(bool IsKnown, string? Value);

    /// <summary>Returns the id, the status and the license, with an ISO date and without names, for logs and tests.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Customer {Id}, {Status}, {TenantType}"
                + $"{(LicenseExpiryDate is { } day ? $", licensed through {NodaTime.Text.LocalDatePattern.Iso.Format(day)}" : "")}"
        );
}
