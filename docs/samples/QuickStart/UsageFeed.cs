using System.Globalization;
using Msp.Customers;
using Msp.Customers.Usage;

namespace QuickStart;

/// <summary>Posts the usage of a file, customer by customer.</summary>
/// <remarks>
/// A row that is not valid refuses all usage of its customer, and does not affect other customers. A file can be posted again:
/// usage posted before is found by its key and not posted twice.
/// </remarks>
internal sealed class UsageFeed(UsageLedger ledger, BusinessCalendar calendar)
{
    private readonly UsageOutcome outcome = new();

    /// <summary>Posts the rows.</summary>
    public async Task<UsageOutcome> PostAsync(IReadOnlyList<VendorRow> rows, CancellationToken cancellationToken = default)
    {
        // The vendor's rows have no time zone, so all customers use the zone of the calendar.
        var today = calendar.Today();
        foreach (var of in rows.GroupBy(r => r.CustomerId, StringComparer.Ordinal))
        {
            var usage = new List<(VendorRow Row, UsageDraft Draft)>();
            var refused = new List<RowViolations>();
            foreach (var row in of)
            {
                var unreadable = new List<Violation>();
                usage.AddRange(UsageMapping.Usage(row, today, unreadable).Select(draft => (row, draft)));
                if (unreadable.Count > 0)
                {
                    refused.Add(ForRow(row, unreadable));
                }
            }

            foreach (var batch in refused.Count == 0 ? usage.Chunk(UsageLedger.MaxBatch) : [])
            {
                refused.AddRange(await PostAsync(batch, cancellationToken));
            }

            outcome.CustomersRefused += refused.Count > 0 ? 1 : 0;
            outcome.Refused.AddRange(refused);
        }

        return outcome;
    }

    // Posts a batch, all or nothing.
    private async Task<IEnumerable<RowViolations>> PostAsync(
        IReadOnlyList<(VendorRow Row, UsageDraft Draft)> usage,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var receipts = await ledger.PostAsync([.. usage.Select(u => u.Draft)], cancellationToken);
            outcome.Posted += receipts.Count(r => !r.IsReplay);
            outcome.PostedBefore += receipts.Count(r => r.IsReplay);
            return [];
        }
        catch (RuleViolationException e)
        {
            return e.Violations.GroupBy(v => usage[IndexOf(v.Path)].Row, v => v with { Path = MemberOf(v.Path) }, ForRow);
        }
    }

    // A row for many days has the same violation for each day.
    private static RowViolations ForRow(VendorRow row, IEnumerable<Violation> violations) =>
        new(row.Place, row.CustomerId, [.. violations.DistinctBy(v => v.ToString())]);

    // Splits Usage[12].Credits into the index 12 and the member.
    private static int IndexOf(string path) => int.Parse(path.Split('[', ']')[1], CultureInfo.InvariantCulture);

    private static string MemberOf(string path) => path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
