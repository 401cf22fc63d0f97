using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>The interval of a schedule is no number of units, or too many.</summary>
public sealed class ScheduleEveryOutOfRange : ScheduleRule
{
    internal ScheduleEveryOutOfRange()
        : base("schedule.every-out-of-range", "An interval of {Every} units is not one of 1 to 1,000.") { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) => schedule.Every is < 1 or > Schedule.MaxEvery;

    private protected override Violation At(int index, QuotaScheduleDraft schedule) =>
        Violated($"Schedules[{index}].Every", ("Every", schedule.Every));
}
