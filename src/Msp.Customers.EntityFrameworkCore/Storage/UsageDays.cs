using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.EntityFrameworkCore;

// The sums of usage by day, which the store keeps in the transaction of the entries.
internal static class UsageDays
{
    private const int RowsPerStatement = 500;

    // What new entries add to the sums, in a fixed order, so that writers lock the rows in the same order. A reservation adds nothing.
    public static List<UsageDayRow> Of(IEnumerable<UsageEntry> entries, MspId msp) =>
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

    public static UsageDayRow Row(string msp, CustomerId customer, LocalDate date, bool isVoid, Int128 micros) =>
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
    public static async Task AddAsync(DbContext context, IReadOnlyList<UsageDayRow> days, CancellationToken cancellationToken)
    {
        if (!DialectExtension.Of(context).SupportsUpsert || !RowShape.Of(context, typeof(UsageDayRow)).IsKnown)
        {
            await AddOneByOneAsync(context, days, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var chunk in days.Chunk(RowsPerStatement))
        {
            await UpsertAsync(context, chunk, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<int> UpsertAsync(DbContext context, UsageDayRow[] days, CancellationToken cancellationToken)
    {
        var shape = RowShape.Of(context, typeof(UsageDayRow));
        var rows = new NewRows(
            shape,
            [.. days.Select(d => ((object)d, (object)d))],
            days[0].Msp,
            context.GetService<ISqlGenerationHelper>()
        );
        var (sums, keys) = (SumsOf(context, shape), new List<string>());
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (!sums.Contains(shape.Columns[i].Name))
            {
                keys.Add(rows.Columns[i]);
            }
        }

        var added = rows.Columns.Except(keys).Select(c => $"{c} = d.{c} + excluded.{c}");
        var (parameters, tuples) = Parameters(context, rows);
        var sql =
            $"INSERT INTO {rows.Table} AS d ({string.Join(", ", rows.Columns)}) VALUES {string.Join(", ", tuples)} "
            + $"ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", added)}";
        return context.Database.ExecuteSqlRawAsync(sql, parameters, cancellationToken);
    }

    private static HashSet<string> SumsOf(DbContext context, RowShape shape)
    {
        var entity = context.Model.FindEntityType(typeof(UsageDayRow))!;
        var table = StoreObjectIdentifier.Table(shape.Table, shape.Schema);
        return
        [
            entity.FindProperty(nameof(UsageDayRow.WholeCredits))!.GetColumnName(table)!,
            entity.FindProperty(nameof(UsageDayRow.RestMicros))!.GetColumnName(table)!,
        ];
    }

    private static (List<object> Parameters, List<string> Tuples) Parameters(DbContext context, NewRows rows)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        var (parameters, tuples) = (new List<object>(), new List<string>());
        var values = new object?[rows.Columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Read(row, values);
            var names = new string[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = names[i] = string.Create(CultureInfo.InvariantCulture, $"@p{parameters.Count}");
                parameter.DbType = rows.Types[i].DbType ?? parameter.DbType;
                parameter.Value = values[i];
                parameters.Add(parameter);
            }

            tuples.Add($"({string.Join(", ", names)})");
        }

        return (parameters, tuples);
    }

    // For a database without an upsert. Two writers that add the first entry of a day violate the key, and one of them repeats its write.
    private static async Task AddOneByOneAsync(DbContext context, IReadOnlyList<UsageDayRow> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
        {
            var updated = await context
                .Set<UsageDayRow>()
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
