using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// The rows of a database that the library filled, written to another database by COPY only.
internal sealed class BareRows
{
    private static readonly string[] Tables =
    [
        "Customers",
        "CustomerStorageRegions",
        "CreditQuotas",
        "CustomerContacts",
        "CustomerReferences",
        "ChangeLog",
    ];

    private readonly List<(string Copy, string[] Types, List<object[]> Rows)> tables = [];

    public static async Task<BareRows> ReadAsync(NpgsqlDataSource source)
    {
        var all = new BareRows();
        foreach (var table in Tables)
        {
            await using var command = source.CreateCommand($"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, reader.FieldCount).ToList();
            var rows = new List<object[]>();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            all.tables.Add(
                (
                    $"COPY \"{table}\" ({string.Join(", ", columns.Select(i => $"\"{reader.GetName(i)}\""))}) FROM STDIN (FORMAT BINARY)",
                    [.. columns.Select(i => reader.GetDataTypeName(i).Split('(')[0])],
                    rows
                )
            );
        }

        return all;
    }

    public async Task WriteAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (sql, types, rows) in tables)
        {
            await using var copy = await connection.BeginBinaryImportAsync(sql);
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                {
                    await (row[i] is DBNull ? copy.WriteNullAsync() : copy.WriteAsync(row[i], types[i]));
                }
            }

            await copy.CompleteAsync();
        }

        await transaction.CommitAsync();
    }
}
