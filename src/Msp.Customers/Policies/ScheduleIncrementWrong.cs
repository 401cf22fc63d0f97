using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>An increment is no amount of credits. None is zero.</summary>
public sealed class ScheduleIncrementWrong : ScheduleRule
{
    internal ScheduleIncrementWrong()
        : base(
            "schedule.increment-wrong",
            "The increment {Increment} is less than zero or more than {Max}, or has more than six decimal places."
        ) { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) =>
        schedule.Increment < 0 || schedule.Increment > Credits.Max.Amount || Credits.IsTooFine(schedule.Increment);

    private protected override Violation At(int index, QuotaScheduleDraft schedule) =>
        Violated($"Schedules[{index}].Increment", ("Increment", schedule.Increment), ("Max", Credits.Max));
}
