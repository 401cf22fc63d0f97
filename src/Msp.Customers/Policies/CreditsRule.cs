using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A rule about what quotas allow, also those that recur.</summary>
public abstract class CreditsRule : DraftRule<CustomerDraft>
{
    private readonly string member;

    private protected CreditsRule(string code, string message, string member = nameof(QuotaDraft.Credits))
        : base(code, Severity.Error, message) => this.member = member;

    /// <inheritdoc/>
    public sealed override bool IsStructural => true;

    /// <inheritdoc/>
    public sealed override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (draft.Quotas[i] is { } quota && IsBroken(quota.Credits, quota.Unlimited))
            {
                found.Add(At($"Quotas[{i}].{member}", quota.Credits));
            }
        }

        for (var i = 0; i < draft.Schedules.Count; i++)
        {
            if (draft.Schedules[i] is { } schedule && IsBroken(schedule.Credits, schedule.Unlimited))
            {
                found.Add(At($"Schedules[{i}].{member}", schedule.Credits));
            }
        }
    }

    private protected abstract bool IsBroken(decimal? credits, bool unlimited);

    private protected virtual Violation At(string path, decimal? credits) => Violated(path);
}
