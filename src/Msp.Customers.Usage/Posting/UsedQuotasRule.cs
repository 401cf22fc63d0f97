using Msp.Customers.Rules;

namespace Msp.Customers.Usage;

// Refuses to remove a quota that covers usage, and warns of changes in consumption before a change of quotas is saved. Reserved
// credits count as used. The rule reads usage only for customers whose stored quotas are removed or changed. A host may have no usage
// store.
internal sealed class UsedQuotasRule(Func<IUsageStore?> usage, BusinessCalendar calendar, ConsumptionPolicy policy)
    : SaveRule<Customer>(AllCodes)
{
    private static readonly RuleDescriptor InUse = new(
        "quota.in-use",
        Severity.Error,
        "Quota {Number} has {Credits} used or voided credits and cannot be removed. Void it instead.",
        ("Number", typeof(int)),
        ("Credits", typeof(decimal))
    );

    private static readonly RuleDescriptor ChangesConsumption = new(
        "quota.changes-consumption",
        Severity.Warning,
        "Quota {Number} covers {Before} credits of the posted usage and would cover {After}. "
            + "The overage is {OverageBefore} and would be {OverageAfter}.",
        ("Number", typeof(int)),
        ("Before", typeof(decimal)),
        ("After", typeof(decimal)),
        ("OverageBefore", typeof(decimal)),
        ("OverageAfter", typeof(decimal))
    );

    public static IEnumerable<RuleDescriptor> AllCodes => [InUse, ChangesConsumption];

    public override async ValueTask EvaluateAsync(IReadOnlyList<Change<Customer>> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes.Where(ChangesQuotas))
        {
            if (usage() is not { } store)
            {
                return;
            }

            var read = await store.ReadAsync(change.After.Id, cancellationToken).ConfigureAwait(false);
            Evaluate(change, read.WithHeld(calendar.Now));
        }
    }

    private static bool ChangesQuotas(Change<Customer> change) =>
        change.Before?.Quotas.Any(q => change.After.FindQuota(q.Number) is not { } now || !now.SameAs(q) || now.VoidedFrom != q.VoidedFrom)
        == true;

    private void Evaluate(Change<Customer> change, DailyUsage[] used)
    {
        var (before, after) = (On(change.Before!), On(change.After));
        var consumed = after.Quotas.ToDictionary(q => q.Quota.Number, q => q.Consumed);
        foreach (var quota in before.Quotas.Where(q => q.Consumed + q.VoidedInPart > 0 && !consumed.ContainsKey(q.Quota.Number)))
        {
            change.Report(InUse, nameof(Customer.Quotas), ("Number", quota.Quota.Number), ("Credits", quota.Consumed + quota.VoidedInPart));
        }

        var (consumedBefore, overage) = (before.Quotas.ToDictionary(q => q.Quota.Number, q => q.Consumed), after.Overage);
        foreach (var (index, quota) in change.After.Quotas.Index())
        {
            var (was, now) = (consumedBefore.GetValueOrDefault(quota.Number), consumed[quota.Number]);
            if (was != now)
            {
                change.Report(
                    ChangesConsumption,
                    $"Quotas[{index}]",
                    ("Number", quota.Number),
                    ("Before", was),
                    ("After", now),
                    ("OverageBefore", before.Overage),
                    ("OverageAfter", overage)
                );
            }
        }

        Balance On(Customer customer) => Balance.On(SupportedDates.Last, customer.Quotas, used, policy);
    }
}
