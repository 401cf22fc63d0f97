using NodaTime;

namespace Msp.Customers.Rules;

/// <summary>
/// Refuses the deletion of a customer that is not closed, or whose retention date has not passed. For a customer that is not closed, it
/// also reports quotas that have not ended.
/// </summary>
public sealed class CustomerDeletionRule() : DeletionRule<Customer>(CustomerNotClosed, RetentionPeriod, QuotaNotEnded)
{
    private static readonly RuleDescriptor CustomerNotClosed = new(
        "deletion.customer-not-closed",
        Severity.Error,
        "The customer is {Status}. Close it before you delete it.",
        ("Status", typeof(CustomerStatus))
    );

    private static readonly RuleDescriptor RetentionPeriod = new(
        "deletion.retention-period",
        Severity.Error,
        "The customer must be retained until {RetentionDate}.",
        ("RetentionDate", typeof(LocalDate))
    );

    private static readonly RuleDescriptor QuotaNotEnded = new(
        "deletion.quota-not-ended",
        Severity.Error,
        "Quota {Number} ({Period}) has not ended.",
        ("Number", typeof(int)),
        ("Period", typeof(EffectivePeriod))
    );

    /// <inheritdoc/>
    public override void Evaluate(Deletion<Customer> deletion)
    {
        ArgumentNullException.ThrowIfNull(deletion);
        var customer = deletion.Stored;
        if (customer.RetentionDate is { } last)
        {
            if (deletion.Today <= last)
            {
                deletion.Report(RetentionPeriod, nameof(Customer.RetentionDate), ("RetentionDate", last));
            }

            return;
        }

        deletion.Report(CustomerNotClosed, nameof(Customer.Status), ("Status", customer.Status));
        foreach (var (index, quota) in customer.Quotas.Index().Where(q => q.Item.StateOn(deletion.Today) != PeriodState.Ended))
        {
            deletion.Report(QuotaNotEnded, $"Quotas[{index}]", ("Number", quota.Number), ("Period", quota.Period));
        }
    }
}
