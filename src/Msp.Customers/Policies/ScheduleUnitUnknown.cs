using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>The unit of a schedule is missing, or a number that stands for none.</summary>
public sealed class ScheduleUnitUnknown : ScheduleRule
{
    internal ScheduleUnitUnknown()
        : base("schedule.unit-unknown", "The unit is not one of Day, Week, Month, Quarter, HalfYear and Year.") { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) => schedule.Unit is not { } unit || !Enum.IsDefined(unit);

    private protected override Violation At(int index, QuotaScheduleDraft schedule) => Violated($"Schedules[{index}].Unit");
}
