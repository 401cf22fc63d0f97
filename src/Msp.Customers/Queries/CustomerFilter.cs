using System.Linq.Expressions;
using Msp.Customers.Names;
using NodaTime;

namespace Msp.Customers;

/// <summary>Conditions on customers. A customer matches when it meets every condition that is set.</summary>
/// <remarks>
/// A filter without conditions matches all customers. Text that a store cannot hold, such as a NUL character or an unpaired surrogate,
/// matches no customer. <see cref="CustomersMatching"/> lists and counts the customers of a filter, and
/// <see cref="CustomerPageExtensions"/> reads them in pages.
/// </remarks>
/// <example>
/// <code>
/// var expiring = new CustomerFilter { Status = CustomerStatus.Active, LicenseExpiringBefore = new LocalDate(2026, 4, 1) };
/// var customers = await repository.ListAsync(new CustomersMatching(expiring));
/// </code>
/// </example>
public sealed record CustomerFilter
{
    /// <summary>The account name or organization name; null for any. Letter case and white space are ignored.</summary>
    public string? Name { get; init; }

    /// <summary>A part of the account name or organization name; null or blank for any. Letter case is ignored.</summary>
    public string? Text { get; init; }

    /// <summary>The id of the service plan that the customer subscribes to; null for any.</summary>
    public PlanId? ServicePlan { get; init; }

    /// <summary>The tenant type; null for any.</summary>
    public TenantType? TenantType { get; init; }

    /// <summary>A region in which the customer stores data; null for any.</summary>
    public StorageRegion? Region { get; init; }

    /// <summary>The status; null for any.</summary>
    public CustomerStatus? Status { get; init; }

    /// <summary>The day before which a quota of the customer ends; null for any.</summary>
    /// <remarks>A quota whose last usable day is this day does not match. A quota without an end date does not match.</remarks>
    public LocalDate? QuotaEndingBefore { get; init; }

    /// <summary>The day on which a quota of the customer is in force by its own dates; null for any.</summary>
    public LocalDate? QuotaInForceOn { get; init; }

    /// <summary>The day before which the license ends; null for any.</summary>
    /// <remarks>A license whose last licensed day is this day does not match. A license without an end does not match.</remarks>
    public LocalDate? LicenseExpiringBefore { get; init; }

    /// <summary>The day before which the evaluation ends; null for any.</summary>
    /// <remarks>Only customers in evaluation match. An evaluation whose last day is this day does not match.</remarks>
    public LocalDate? EvaluationEndingBefore { get; init; }

    /// <summary>The day by which a renewal is due; null for any.</summary>
    /// <remarks>
    /// A customer matches when a quota schedule has an occurrence on or before this day for which <see cref="Customer.Renew"/> has not
    /// created a quota yet.
    /// </remarks>
    public LocalDate? RenewalDueOnOrBefore { get; init; }

    /// <summary>The day on which the retention of a closed customer is over; null for any.</summary>
    /// <remarks>
    /// A customer matches when it is closed and its retention date is before this day, so that it can be deleted on this day.
    /// </remarks>
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

    // Requires a filter that passed PageRule. A database can use an index for each condition.
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
            query.Where(Has(type));
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

    // Constants, because an index can be limited to the customers of a type.
    private static Expression<Func<Customer, bool>> Has(TenantType type) =>
        type switch
        {
            Msp.Customers.TenantType.Evaluation => c => c.TenantType == Msp.Customers.TenantType.Evaluation,
            Msp.Customers.TenantType.Commercial => c => c.TenantType == Msp.Customers.TenantType.Commercial,
            _ => c => c.TenantType == Msp.Customers.TenantType.Sandbox,
        };

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
