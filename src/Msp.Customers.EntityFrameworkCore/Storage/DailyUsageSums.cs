using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The sums of usage by day, which the store keeps in the transaction of the entries.
internal static class DailyUsageSums
{
    // What new entries add to the sums, in a fixed order, so that writers lock the rows in the same order. A reservation adds nothing.
    public static List<DailyUsageRow> Of(IEnumerable<UsageEntry> entries, MspId msp) =>
        [
            .. entries
                .Where(e => e.Kind != UsageEntryKind.Reservation)
                .GroupBy(
                    e => (e.Customer, e.Date, IsVoid: e.Kind == UsageEntryKind.Void),
                    e => e.Kind == UsageEntryKind.Reversal ? -(Int128)e.Credits.Micros : e.Credits.Micros
                )
                .OrderBy(d => d.Key.Customer.Value, StringComparer.Ordinal)
                .ThenBy(d => d.Key.Date)
                .ThenBy(d => d.Key.IsVoid)
                .Select(d => Row(msp.Value, d.Key.Customer, d.Key.Date, d.Key.IsVoid, d.Aggregate(Int128.Zero, (sum, m) => sum + m))),
        ];

    public static DailyUsageRow Row(string msp, CustomerId customer, LocalDate date, bool isVoid, Int128 micros) =>
        new()
        {
            Msp = msp,
            CustomerId = customer,
            Date = date,
            IsVoid = isVoid,
            WholeCredits = (long)(micros / Credits.Scale),
            RestMicros = (long)(micros % Credits.Scale),
        };

    // Adds to the stored sums. Call it in a transaction.
    public static async Task AddAsync(DbContext context, IReadOnlyList<DailyUsageRow> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
        {
            return;
        }

        if (context.SumWriter() is not { } writer || !RowShape.Of(context, typeof(DailyUsageRow)).IsKnown)
        {
            await AddOneByOneAsync(context, days, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (shape, sql) = (RowShape.Of(context, typeof(DailyUsageRow)), context.GetService<ISqlGenerationHelper>());
        var rows = new NewRows(shape, [.. days.Select(d => ((object)d, (object)d))], days[0].Msp, sql);
        var connection = context.GetService<IRelationalConnection>();
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await writer.AddAsync(rows, SumsOf(context, shape, sql), context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    private static HashSet<string> SumsOf(DbContext context, RowShape shape, ISqlGenerationHelper sql)
    {
        var entity = context.Model.FindEntityType(typeof(DailyUsageRow))!;
        var table = StoreObjectIdentifier.Table(shape.Table, shape.Schema);
        return
        [
            sql.DelimitIdentifier(entity.FindProperty(nameof(DailyUsageRow.WholeCredits))!.GetColumnName(table)!),
            sql.DelimitIdentifier(entity.FindProperty(nameof(DailyUsageRow.RestMicros))!.GetColumnName(table)!),
        ];
    }

    // For a database without a writer of sums. Two writers that add the first entry of a day violate the key, and one of them repeats its
    // write.
    private static async Task AddOneByOneAsync(DbContext context, IReadOnlyList<DailyUsageRow> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
        {
            var updated = await context
                .Set<DailyUsageRow>()
                .Where(d => d.Msp == day.Msp && d.CustomerId == day.CustomerId && d.Date == day.Date && d.IsVoid == day.IsVoid)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(d => d.WholeCredits, d => d.WholeCredits + day.WholeCredits)
                            .SetProperty(d => d.RestMicros, d => d.RestMicros + day.RestMicros),
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (updated == 0)
            {
                context.Add(day);
            }
        }
    }
}
