using Msp.Customers.Calendars;
using Msp.Customers.Quotas;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>A date is of another calendar, or before the first that databases store.</summary>
public sealed class DateOutOfRange : DraftRule<CustomerDraft>
{
    internal DateOutOfRange()
        : base("date.out-of-range", Severity.Error, "The date is not in the ISO calendar between 0001-01-01 and 9999-12-31.")
    {
    }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(CustomerDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Check(draft.LicenseExpiryDate, nameof(CustomerDraft.LicenseExpiryDate), -1, ref found);
        for (var i = 0; i < draft.Quotas.Count; i++)
        {
            Check(draft.Quotas[i]?.EffectiveDate, nameof(QuotaDraft.EffectiveDate), i, ref found);
            Check(draft.Quotas[i]?.EndDate, nameof(QuotaDraft.EndDate), i, ref found);
            Check(draft.Quotas[i]?.VoidedFrom, nameof(QuotaDraft.VoidedFrom), i, ref found);
        }
    }

    private void Check(LocalDate? date, string name, int index, ref Findings found)
    {
        if (date is { } d && !SupportedDates.Contains(d))
        {
            found.Add(Violated(index < 0 ? name : $"Quotas[{index}].{name}"));
        }
    }
}
