using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A schedule ends before its first quota could start.</summary>
public sealed class ScheduleEndsBeforeItStarts : ScheduleRule
{
    internal ScheduleEndsBeforeItStarts()
        : base("schedule.ends-before-it-starts", "The last day {Until} is before the anchor {Anchor}.") { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) =>
        schedule is { Anchor: { } anchor, Until: { } until }
        && SupportedDates.Contains(anchor)
        && SupportedDates.Contains(until)
        && until < anchor;

    private protected override Violation At(int index, QuotaScheduleDraft schedule) =>
        Violated($"Schedules[{index}].Until", ("Until", schedule.Until!.Value), ("Anchor", schedule.Anchor!.Value));
}
