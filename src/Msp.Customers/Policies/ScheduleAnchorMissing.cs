using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota that recurs has no first day.</summary>
public sealed class ScheduleAnchorMissing : ScheduleRule
{
    internal ScheduleAnchorMissing()
        : base("schedule.anchor-missing", "The schedule has no anchor, the first day of its first quota.") { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) => schedule.Anchor is null;

    private protected override Violation At(int index, QuotaScheduleDraft schedule) => Violated($"Schedules[{index}].Anchor");
}
