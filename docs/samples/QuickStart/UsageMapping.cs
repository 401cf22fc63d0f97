using Msp.Customers;
using Msp.Customers.Usage;
using NodaTime;

namespace QuickStart;

/// <summary>Maps a row of usage to drafts.</summary>
/// <remarks>
/// A row contains credits used on its <c>date</c>, at its instant <c>at</c>, or, with <c>lastDays</c>, the same amount on each of
/// the last days, including the day of the run. The sample's data uses the third form, so that there is usage whenever the sample
/// runs.
/// </remarks>
internal static class UsageMapping
{
    private const int MaxDays = 366;

    public static IEnumerable<UsageDraft> Usage(VendorRow row, LocalDate today, List<Violation> unreadable)
    {
        var draft = new UsageDraft
        {
            Customer = row.Text("customerID", nameof(UsageDraft.Customer), unreadable),
            Key = row.Text("key", nameof(UsageDraft.Key), unreadable),
            Date = row.Date("date", nameof(UsageDraft.Date), unreadable),
            OccurredAt = row.Instant("at", nameof(UsageDraft.OccurredAt), unreadable),
            Credits = row.Number("credits", nameof(UsageDraft.Credits), unreadable),
        };
        return row.Number("lastDays", "lastDays", unreadable) is { } days ? LastDays(draft, days, today, unreadable) : [draft];
    }

    // The key contains the day: a run on a later day finds the days posted before, and posts the new ones.
    private static IEnumerable<UsageDraft> LastDays(UsageDraft draft, decimal days, LocalDate today, List<Violation> unreadable)
    {
        if (days is < 1 or > MaxDays || decimal.Truncate(days) != days)
        {
            unreadable.Add(OwnRules.MemberMalformed.Violated("lastDays", ("Form", $"a whole number from 1 to {MaxDays}")));
            return [];
        }

        if (draft.Date is not null || draft.OccurredAt is not null)
        {
            unreadable.Add(OwnRules.MemberMalformed.Violated("lastDays", ("Form", "the only one that dates the row")));
            return [];
        }

        return Enumerable
            .Range(1 - (int)days, (int)days)
            .Select(day => today.PlusDays(day))
            .Select(date => new UsageDraft
            {
                Customer = draft.Customer,
                Key = draft.Key is null ? null : $"{draft.Key} {Cells.Iso(date)}",
                Date = date,
                Credits = draft.Credits,
            });
    }
}
