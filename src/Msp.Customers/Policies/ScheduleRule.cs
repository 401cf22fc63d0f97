using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A rule about each quota that recurs by itself.</summary>
public abstract class ScheduleRule : DraftRule<CustomerDraft>
{
    private protected ScheduleRule(string code, string message)
        : base(code, Severity.Error, message) { }

    /// <inheritdoc/>
    public sealed override bool IsStructural => true;

    /// <inheritdoc/>
    public sealed override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Schedules.Count; i++)
        {
            if (draft.Schedules[i] is { } schedule && IsBroken(schedule))
            {
                found.Add(At(i, schedule));
            }
        }
    }

    private protected abstract bool IsBroken(QuotaScheduleDraft schedule);

    private protected abstract Violation At(int index, QuotaScheduleDraft schedule);
}
