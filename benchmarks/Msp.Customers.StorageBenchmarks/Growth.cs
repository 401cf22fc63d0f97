using System.Globalization;
using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// Multiplies the imported customers inside the database: one copy for each number, with other ids and names.
internal static class Growth
{
    private static readonly string[] Tables =
    [
        "Customers",
        "CustomerStorageRegions",
        "CreditQuotas",
        "CustomerContacts",
        "CustomerReferences",
    ];
    private static readonly string[] DifferentColumns =
    [
        "Id",
        "CustomerId",
        "AccountName",
        "OrganizationName",
        "AccountKey",
        "OrganizationKey",
        "SearchText",
    ];

    public static async Task MultiplyAsync(NpgsqlDataSource source, int times)
    {
        foreach (var table in times > 1 ? Tables : [])
        {
            var columns = new List<string>();
            await using (var command = source.CreateCommand($"SELECT * FROM \"{table}\" LIMIT 0"))
            await using (var reader = await command.ExecuteReaderAsync())
            {
                columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
            }

            var values = columns.Select(c => DifferentColumns.Contains(c) ? $"\"{c}\" || ' ' || n" : $"\"{c}\"");
            await ExecuteAsync(
                source,
                $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
                    + $"SELECT {string.Join(", ", values)} "
                    + $"FROM \"{table}\", generate_series(2, {times.ToString(CultureInfo.InvariantCulture)}) n"
            );
        }

        await ExecuteAsync(source, "VACUUM ANALYZE");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }
}
