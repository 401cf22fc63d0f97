using Msp.Customers.Calendars;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A quota takes over the unused credits of one that is open, or has not ended when it starts.</summary>
public sealed class QuotaCarryOverTooEarly : DraftRule<CustomerDraft>
{
    internal QuotaCarryOverTooEarly()
        : base(
            "quota.carry-over-too-early",
            Severity.Error,
            "Quota {From}, from which credits are carried over, does not end before {EffectiveDate}."
        ) { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (
                draft.Quotas[i] is { CarryOver: not null, EffectiveDate: { } start }
                && SupportedDates.Contains(start)
                && QuotaCarryOverUnknown.Source(draft.Quotas, i) is { } source
                && (source.EndDate is not { } end || (SupportedDates.Contains(end) && end >= start))
            )
            {
                found.Add(Violated($"Quotas[{i}].CarryOver.From", ("From", source.Number!.Value), ("EffectiveDate", start)));
            }
        }
    }
}
