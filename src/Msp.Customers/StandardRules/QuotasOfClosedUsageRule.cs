using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>
/// Refuses quotas that are added, changed or removed in a way that would change closed usage, and so its statements. Days after the closed
/// ones can change.
/// </summary>
public sealed class QuotasOfClosedUsageRule() : SaveRule<Customer>(ChangesClosedUsage)
{
    private static readonly RuleDescriptor ChangesClosedUsage = new(
        "quota.changes-closed-usage",
        Severity.Error,
        "Quota {Number} would change usage on or before {ClosedThrough}, which is closed.",
        ("ClosedThrough", typeof(LocalDate)),
        ("Number", typeof(int))
    );

    /// <inheritdoc/>
    public override void Evaluate(Change<Customer> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Before is not { UsageClosedThrough: { } closed } before)
        {
            return;
        }

        var isReordered = !Order(before, change.After, closed).SequenceEqual(Order(change.After, before, closed));
        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            var known = before.FindQuota(quota.Number);
            if (
                ClosedValues(quota, closed) != ClosedValues(known, closed)
                || (isReordered && known?.EffectiveDate <= closed && quota.EndDate != known.EndDate)
            )
            {
                change.Report(ChangesClosedUsage, $"Quotas[{index}]", ("ClosedThrough", closed), ("Number", quota.Number));
            }
        }

        foreach (var quota in before.Quotas.Where(q => change.After.FindQuota(q.Number) is null && ClosedValues(q, closed) is not null))
        {
            change.Report(ChangesClosedUsage, nameof(Customer.Quotas), ("ClosedThrough", closed), ("Number", quota.Number));
        }
    }

    // The order in which the quotas that both states have cover closed usage. A later end date can change it.
    private static IEnumerable<int> Order(Customer customer, Customer other, LocalDate closed) =>
        customer
            .Quotas.Where(q => q.EffectiveDate <= closed && other.FindQuota(q.Number)?.EffectiveDate <= closed)
            .Order(ConsumptionOrder.Default)
            .Select(q => q.Number);

    // The values of a quota on which closed usage depends; null when no value matters. A later end date or void date has no effect.
    private static (QuotaLimit, LocalDate, int, CarryOver?, LocalDate?, LocalDate?)? ClosedValues(CreditQuota? quota, LocalDate closed) =>
        quota is null || quota.EffectiveDate > closed
            ? null
            : (
                quota.Limit,
                quota.EffectiveDate,
                quota.Priority,
                quota.CarryOver,
                quota.EndDate < closed ? quota.EndDate : null,
                quota.VoidedFrom <= closed ? quota.VoidedFrom : null
            );
}
