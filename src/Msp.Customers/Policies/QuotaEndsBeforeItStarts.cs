using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota ends before its first usable day. The same two dates are fine: they make one day.</summary>
public sealed class QuotaEndsBeforeItStarts : DraftRule<CustomerDraft>
{
    internal QuotaEndsBeforeItStarts()
        : base("quota.ends-before-it-starts", Severity.Error, "The end date {EndDate} is before the effective date {EffectiveDate}.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (
                draft.Quotas[i] is { EffectiveDate: { } start, EndDate: { } end }
                && SupportedDates.Contains(start)
                && SupportedDates.Contains(end)
                && end < start
            )
            {
                found.Add(Violated($"Quotas[{i}].EndDate", ("EffectiveDate", start), ("EndDate", end)));
            }
        }
    }
}
