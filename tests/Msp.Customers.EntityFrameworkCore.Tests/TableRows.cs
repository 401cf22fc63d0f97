using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests;

// All that stands in the tables, as text, but the ids of log entries, which are made at random.
internal static class TableRows
{
    public static async Task<SortedDictionary<string, List<string>>> ReadAsync(
        MspCustomersContext context,
        string? but = null,
        params string[] without
    )
    {
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await context.Database.OpenConnectionAsync();
        foreach (var table in context.Model.GetRelationalModel().Tables.Select(t => t.Name).Where(t => t != but))
        {
            rows[table] = await RowsAsync(context, table, without);
        }

        return rows;
    }

    private static async Task<List<string>> RowsAsync(MspCustomersContext context, string table, string[] without)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable
                .Range(0, reader.FieldCount)
                .Where(i => (table, reader.GetName(i)) != ("ChangeLog", "Id") && !without.Contains(reader.GetName(i)))
                .Select(i => $"{NameNow(table, reader.GetName(i))}={reader.GetValue(i)}");
            rows.Add(string.Join('|', cells.Order(StringComparer.Ordinal)));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    // Columns that were renamed since.
    private static string NameNow(string table, string column) =>
        (table, column) switch
        {
            ("QuotaSchedules", "Anchor") => "Start",
            ("QuotaSchedules", "Every") => "Interval",
            _ => column,
        };
}
