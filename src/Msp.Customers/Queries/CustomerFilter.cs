using System.Linq.Expressions;
using Msp.Customers.Names;
using Msp.Customers.Queries;
using NodaTime;

namespace Msp.Customers;

/// <summary>Conditions on customers. A customer is found when it meets every condition that is set; a filter without conditions finds all.</summary>
/// <remarks>
/// <see cref="CustomersMatching"/> lists and counts by a filter, and <see cref="CustomerPageExtensions"/> pages by one. Text that no storage can hold, such as a NUL
/// character or an unpaired surrogate, finds nothing.
/// </remarks>
/// <example>
/// <code>
/// var expiring = new CustomerFilter { Status = CustomerStatus.Active, LicenseExpiringBefore = new LocalDate(2026, 4, 1) };
/// var customers = await repository.ListAsync(new CustomersMatching(expiring));
/// </code>
/// </example>
public sealed record CustomerFilter
{
    /// <summary>The name of the account or of the organization, in any case of letters and with any white space; null for any.</summary>
    public string? Name { get; init; }

    /// <summary>A part of the name of the account or of the organization, in any case of letters; null or blank for any.</summary>
    public string? Text { get; init; }

    /// <summary>The service plan the customer subscribes to; null for any.</summary>
    public PlanId? ServicePlan { get; init; }

    /// <summary>The tenant type; null for any.</summary>
    public TenantType? TenantType { get; init; }

    /// <summary>A region in which the customer stores data; null for any.</summary>
    public StorageRegion? Region { get; init; }

    /// <summary>The status; null for any.</summary>
    public CustomerStatus? Status { get; init; }

    /// <summary>A day: a quota has its last usable day before it. A quota that ends on the day does not count, nor does an open one. Null for any.</summary>
    public LocalDate? QuotaEndingBefore { get; init; }

    /// <summary>A day: a quota is in force on it by its own dates. Null for any.</summary>
    public LocalDate? QuotaInForceOn { get; init; }

    /// <summary>A day: the last licensed day is before it. A license that covers the day does not count, nor does one without an end. Null for any.</summary>
    public LocalDate? LicenseExpiringBefore { get; init; }

    /// <summary>A day: the last day of the evaluation is before it. Only evaluations are found. Null for any.</summary>
    public LocalDate? EvaluationEndingBefore { get; init; }

    /// <summary>A day: on it or before, a quota schedule has an occurrence for which <see cref="Customer.Renew"/> has not yet made a quota. Null for any.</summary>
    public LocalDate? RenewalDueOnOrBefore { get; init; }

    /// <summary>A day: the customer is closed, and its retention date is before it, so that it may be deleted on the day. Null for any.</summary>
    public LocalDate? RetentionOverOn { get; init; }

    internal IEnumerable<(string Name, LocalDate? Date)> Dates =>
        [
            (nameof(QuotaEndingBefore), QuotaEndingBefore),
            (nameof(QuotaInForceOn), QuotaInForceOn),
            (nameof(LicenseExpiringBefore), LicenseExpiringBefore),
            (nameof(EvaluationEndingBefore), EvaluationEndingBefore),
            (nameof(RenewalDueOnOrBefore), RenewalDueOnOrBefore),
            (nameof(RetentionOverOn), RetentionOverOn),
        ];

    // Of a filter that was checked. Each condition is written so that a database can use an index for it.
    internal void ApplyTo(ISpecificationBuilder<Customer> query)
    {
        if (!TextLimits.IsStorable(Name) || !TextLimits.IsStorable(Text) || !TextLimits.IsStorable(ServicePlan?.Value))
        {
            query.Where(c => false);
            return;
        }

        if (Name is not null)
        {
            var name = NameKey.Of(Name);
            query.Where(c => c.Account.AccountKey == name || c.Account.OrganizationKey == name);
        }

        if (Text is not null)
        {
            var text = NameKey.Normalize(Text);
            query.Where(c => c.Account.SearchText.Contains(text));
        }

        if (ServicePlan is { } plan)
        {
            query.Where(c => c.ServicePlan == plan);
        }

        if (TenantType is { } type)
        {
            query.Where(c => c.TenantType == type);
        }

        if (Region is { } region)
        {
            query.Where(c => c.StorageRegions.Any(r => r.Name == region.Name));
        }

        if (Status is { } status)
        {
            query.Where(Has(status));
        }

        ApplyDatesTo(query);
    }

    private static Expression<Func<Customer, bool>> Has(CustomerStatus status) =>
        status switch
        {
            CustomerStatus.Active => c => c.ClosedOn == null && c.SuspendedOn == null,
            CustomerStatus.Suspended => c => c.ClosedOn == null && c.SuspendedOn != null,
            _ => c => c.ClosedOn != null,
        };

    private void ApplyDatesTo(ISpecificationBuilder<Customer> query)
    {
        if (QuotaEndingBefore is { } ending)
        {
            query.Where(c => c.Quotas.Any(q => q.EndDate < ending || q.VoidedFrom <= ending));
        }

        if (QuotaInForceOn is { } day)
        {
            query.Where(c =>
                c.Quotas.Any(q =>
                    q.EffectiveDate <= day && (q.EndDate == null || q.EndDate >= day) && (q.VoidedFrom == null || q.VoidedFrom > day)
                )
            );
        }

        if (LicenseExpiringBefore is { } expiring)
        {
            query.Where(c => c.LicenseExpiryDate < expiring);
        }

        if (EvaluationEndingBefore is { } evaluationEnding)
        {
            query.Where(c => c.EvaluationEndDate < evaluationEnding);
        }

        if (RenewalDueOnOrBefore is { } due)
        {
            query.Where(c => c.Schedules.Any(s => s.NextRenewal <= due));
        }

        if (RetentionOverOn is { } over)
        {
            query.Where(c => c.RetentionDate < over);
        }
    }
}
