using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// All rows of the tables as text, without the random ids of change log entries.
internal static class TableRows
{
    public static async Task<SortedDictionary<string, List<string>>> ReadAsync(
        MspCustomersContext context,
        string[]? exceptTables = null,
        params string[] exceptColumns
    )
    {
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (var table in context.Model.GetRelationalModel().Tables.Select(t => t.Name).Where(t => exceptTables?.Contains(t) != true))
        {
            rows[table] = await RowsAsync(context, table, exceptColumns);
        }

        return rows;
    }

    private static async Task<List<string>> RowsAsync(MspCustomersContext context, string table, string[] exceptColumns)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Where(i => (table, reader.GetName(i)) != ("ChangeLog", "Id") && !exceptColumns.Contains(reader.GetName(i)))
                .Select(i => $"{CurrentName(table, reader.GetName(i))}={reader.GetValue(i)}");
            rows.Add(string.Join('|', cells.Order(StringComparer.Ordinal)));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    // Columns that a later migration renames.
    private static string CurrentName(string table, string column) =>
        (table, column) switch
        {
            ("QuotaSchedules", "Anchor") => "Start",
            ("QuotaSchedules", "Every") => "Interval",
            ("UsageEntries", "Turn") => "Sequence",
            ("UsageEntries", "At") => "OccurredAt",
            ("ChangeLog", "At") => "ChangedAt",
            _ => column,
        };
}
