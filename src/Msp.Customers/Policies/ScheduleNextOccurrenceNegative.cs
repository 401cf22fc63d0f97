using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A schedule goes on before its first occurrence, which has the number 0.</summary>
public sealed class ScheduleNextOccurrenceNegative : ScheduleRule
{
    internal ScheduleNextOccurrenceNegative()
        : base("schedule.next-occurrence-negative", "The next occurrence {NextOccurrence} is less than 0, the number of the first.") { }

    private protected override bool IsBroken(QuotaScheduleDraft schedule) => schedule.NextOccurrence < 0;

    private protected override Violation At(int index, QuotaScheduleDraft schedule) =>
        Violated($"Schedules[{index}].NextOccurrence", ("NextOccurrence", schedule.NextOccurrence));
}
