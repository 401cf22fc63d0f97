using Msp.Customers.Quotas;
using Msp.Customers.Rules;

namespace Msp.Customers.Policies;

/// <summary>A cap on what a quota takes over is no amount of credits, or no percentage up to 1,000.</summary>
public sealed class QuotaCarryOverCapWrong : DraftRule<CustomerDraft>
{
    internal QuotaCarryOverCapWrong()
        : base(
            "quota.carry-over-cap-wrong",
            Severity.Error,
            "The cap {Cap} is not more than zero and at most {Max}, with at most six decimal places."
        ) { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            if (draft.Quotas[i]?.CarryOver is { } carryOver)
            {
                Check(carryOver.MaxCredits, carryOver.MaxPercent, nameof(CustomerDraft.Quotas), i, ref found);
            }
        }

        for (var i = 0; i < draft.Schedules.Count; i++)
        {
            if (draft.Schedules[i]?.CarryOver is { } carryOver)
            {
                Check(carryOver.MaxCredits, carryOver.MaxPercent, nameof(CustomerDraft.Schedules), i, ref found);
            }
        }
    }

    private void Check(decimal? credits, decimal? percent, string list, int index, ref Findings found)
    {
        if (credits is { } most && (most <= 0 || most > Credits.Max.Amount || Credits.IsTooFine(most)))
        {
            found.Add(Violated($"{list}[{index}].CarryOver.MaxCredits", ("Cap", most), ("Max", Credits.Max)));
        }

        if (percent is { } share && !CarryOverTerms.IsPercent(share))
        {
            found.Add(Violated($"{list}[{index}].CarryOver.MaxPercent", ("Cap", share), ("Max", CarryOverTerms.PercentLimit)));
        }
    }
}
