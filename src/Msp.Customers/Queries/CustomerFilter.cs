using Msp.Customers.Calendars;
using Msp.Customers.Names;
using Msp.Customers.Plans;
using NodaTime;

namespace Msp.Customers.Queries;

/// <summary>Which customers a Customers page shows: all that meet every condition that is set.</summary>
public sealed record CustomerFilter
{
    /// <summary>Account or organization has this name; null for any.</summary>
    public string? Name { get; init; }

    /// <summary>Account or organization name holds this text; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>Subscribes to this plan; null for any.</summary>
    public PlanId? ServicePlan { get; init; }

    /// <summary>Is of this tenant type; null for any.</summary>
    public TenantType? TenantType { get; init; }

    /// <summary>Stores data in this region; null for any.</summary>
    public StorageRegion? Region { get; init; }

    /// <summary>Has this status; null for any.</summary>
    public CustomerStatus? Status { get; init; }

    /// <summary>Has a quota whose last usable day is before this date; null for any.</summary>
    public LocalDate? QuotaEndingBefore { get; init; }

    /// <summary>Has a license whose last day is before this date; null for any.</summary>
    public LocalDate? LicenseExpiringBefore { get; init; }

    /// <summary>Has a quota in force on this date; null for any.</summary>
    public LocalDate? QuotaInForceOn { get; init; }

    internal void ApplyTo(ISpecificationBuilder<Customer> query)
    {
        if (Name is { } name)
        {
            query.Where(CustomersNamed.Predicate(NameKey.Of(name)));
        }

        if (Text is { } text)
        {
            query.Where(CustomersMatching.Predicate(NameKey.Fold(text)));
        }

        if (ServicePlan is { } plan)
        {
            query.Where(CustomersOnPlan.Predicate(plan));
        }

        if (TenantType is { } type)
        {
            query.Where(CustomersOfTenantType.Predicate(type));
        }

        if (Region is { } region)
        {
            query.Where(CustomersInRegion.Predicate(region));
        }

        if (Status is { } status)
        {
            query.Where(CustomersWithStatus.Predicate(status));
        }

        if (QuotaEndingBefore is { } ending)
        {
            query.Where(CustomersWithQuotaEndingBefore.Predicate(SupportedDates.Demand(ending, nameof(QuotaEndingBefore))));
        }

        if (LicenseExpiringBefore is { } expiring)
        {
            query.Where(CustomersWithLicenseExpiringBefore.Predicate(SupportedDates.Demand(expiring, nameof(LicenseExpiringBefore))));
        }

        if (QuotaInForceOn is { } inForce)
        {
            query.Where(CustomersWithQuotaInForceOn.Predicate(SupportedDates.Demand(inForce, nameof(QuotaInForceOn))));
        }
    }
}
