using Msp.Customers.Calendars;
using Msp.Customers.Rules;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Policies;

/// <summary>Usage is dated by a day that databases cannot store, or by an instant that is on such a day in some zone.</summary>
public sealed class UsageDateOutOfRange : DraftRule<UsageDraft>
{
    private static readonly Instant First = Midnight(SupportedDates.First.PlusDays(2));
    private static readonly Instant Last = Midnight(SupportedDates.Last.PlusDays(-2));

    internal UsageDateOutOfRange()
        : base("usage.date-out-of-range", Severity.Error, "The date is not in the ISO calendar between 0001-01-01 and 9999-12-31.") { }

    /// <inheritdoc/>
    public override bool IsStructural => true;

    /// <inheritdoc/>
    public override void Check(UsageDraft draft, ref Findings found)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Date is { } date && !SupportedDates.Contains(date))
        {
            found.Add(Violated(nameof(UsageDraft.Date)));
        }

        if (draft.At is { } at && (at < First || at > Last))
        {
            found.Add(Violated(nameof(UsageDraft.At)));
        }
    }

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
