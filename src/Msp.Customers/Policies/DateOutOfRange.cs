using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A date is of another calendar, or before the first that databases store.</summary>
public sealed class DateOutOfRange : DraftRule<CustomerDraft>
{
    internal DateOutOfRange()
        : base("date.out-of-range", Severity.Error, "The date is not in the ISO calendar between 0001-01-01 and 9999-12-31.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (IsWrong(draft.LicenseExpiryDate))
        {
            found.Add(Violated(nameof(CustomerDraft.LicenseExpiryDate)));
        }

        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            Check(draft.Quotas[i]?.EffectiveDate, nameof(CustomerDraft.Quotas), i, nameof(QuotaDraft.EffectiveDate), ref found);
            Check(draft.Quotas[i]?.EndDate, nameof(CustomerDraft.Quotas), i, nameof(QuotaDraft.EndDate), ref found);
            Check(draft.Quotas[i]?.VoidedFrom, nameof(CustomerDraft.Quotas), i, nameof(QuotaDraft.VoidedFrom), ref found);
        }

        for (var i = 0; i < draft.Schedules.Count; i++)
        {
            Check(draft.Schedules[i]?.Anchor, nameof(CustomerDraft.Schedules), i, nameof(QuotaScheduleDraft.Anchor), ref found);
            Check(draft.Schedules[i]?.Until, nameof(CustomerDraft.Schedules), i, nameof(QuotaScheduleDraft.Until), ref found);
        }
    }

    private static bool IsWrong(LocalDate? date) => date is { } d && !SupportedDates.Contains(d);

    private void Check(LocalDate? date, string list, int index, string name, ref Findings found)
    {
        if (IsWrong(date))
        {
            found.Add(Violated($"{list}[{index}].{name}"));
        }
    }
}
