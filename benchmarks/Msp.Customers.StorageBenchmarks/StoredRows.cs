using System.Data.Common;
using System.Globalization;

namespace Msp.Customers.StorageBenchmarks;

// All stored columns of a customer, except those of a change log entry that differ each time.
internal static class StoredRows
{
    private static readonly string[] Parts =
    [
        "CustomerStorageRegions",
        "CreditQuotas",
        "QuotaSchedules",
        "CustomerContacts",
        "CustomerReferences",
        "UsageEntries",
        "DailyUsage",
    ];
    private static readonly string[] Differing = ["Id", "ChangedAt"];

    public static async Task<List<string>> OfAsync(DbDataSource source, string id)
    {
        var rows = new List<string>();
        await using var connection = await source.OpenConnectionAsync();
        await AppendAsync("Customers", "Id");
        foreach (var part in Parts)
        {
            await AppendAsync(part, "CustomerId");
        }

        await AppendAsync("ChangeLog", "SubjectId");
        return rows;

        async Task AppendAsync(string table, string column)
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT * FROM \"{table}\" WHERE \"Msp\" = 'msp' "
                + $"AND \"{column}\" = '{id}'{(table == "ChangeLog" ? " ORDER BY \"Version\"" : "")}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = Enumerable
                    .Range(0, reader.FieldCount)
                    .Where(i => table != "ChangeLog" || !Differing.Contains(reader.GetName(i)))
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{reader.GetName(i)}={(reader.IsDBNull(i) ? "NULL" : reader.GetValue(i))}"
                        )
                    );
                rows.Add($"{table}: {string.Join(", ", values)}");
            }
        }
    }
}
