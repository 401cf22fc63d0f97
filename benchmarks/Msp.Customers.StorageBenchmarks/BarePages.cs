using Npgsql;

namespace Msp.Customers.StorageBenchmarks;

// The Customers page in SQL by hand.
internal sealed class BarePages(NpgsqlDataSource source)
{
    private const string Columns = """
        "Id", "AccountName", "OrganizationName", "ServicePlan", "TenantType", "LicenseExpiryDate", "RegisteredOn", "SuspendedOn", "ClosedOn"
        """;

    public async Task<List<Row>> RowsAsync(string? afterKey, string? afterId)
    {
        await using var command = Page(Columns, afterKey, afterId);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>(51);
        while (await reader.ReadAsync())
        {
            rows.Add(new Row(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), Text(reader, 3), reader.GetString(4), Date(reader, 5),
                reader.GetFieldValue<DateOnly>(6), Date(reader, 7), Date(reader, 8)));
        }

        return rows;
    }

    // The page, then the parts of its customers in one round trip.
    public async Task<List<Whole>> WholeAsync(string? afterKey, string? afterId)
    {
        var all = new List<Whole>(51);
        await using (var command = Page("*", afterKey, afterId))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                all.Add(new Whole(reader.GetString(reader.GetOrdinal("Id")), Values(reader)));
            }
        }

        var byId = all.ToDictionary(c => c.Id);
        var ids = byId.Keys.ToArray();
        await using var batch = source.CreateBatch();
        foreach (var (table, order) in ((string, string)[])[
            ("CustomerStorageRegions", "Name"), ("CreditQuotas", "Number"), ("QuotaSchedules", "Number"), ("CustomerContacts", "Number"), ("CustomerReferences", "System")])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT * FROM \"{table}\" WHERE \"Msp\" = $1 AND \"CustomerId\" = ANY($2) ORDER BY \"CustomerId\", \"{order}\"")
            {
                Parameters = { new() { Value = "msp" }, new() { Value = ids } },
            });
        }

        await using var parts = await batch.ExecuteReaderAsync();
        do
        {
            var owner = parts.GetOrdinal("CustomerId");
            while (await parts.ReadAsync())
            {
                byId[parts.GetString(owner)].Parts.Add(Values(parts));
            }
        }
        while (await parts.NextResultAsync());
        return all;
    }

    public async Task<(string Key, string Id)> LastAsync(int passed)
    {
        await using var command = source.CreateCommand($"SELECT \"AccountKey\", \"Id\" FROM \"Customers\" WHERE \"Msp\" = 'msp' ORDER BY \"AccountKey\", \"Id\" OFFSET {passed - 1} LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetString(1));
    }

    private static object[] Values(NpgsqlDataReader reader)
    {
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return values;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateOnly? Date(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);

    private NpgsqlCommand Page(string columns, string? afterKey, string? afterId)
    {
        var after = afterKey is null ? "" : "AND \"AccountKey\" >= $2 AND (\"AccountKey\" > $2 OR \"Id\" > $3) ";
        var command = source.CreateCommand($"SELECT {columns} FROM \"Customers\" WHERE \"Msp\" = $1 {after}ORDER BY \"AccountKey\", \"Id\" LIMIT 51");
        command.Parameters.Add(new() { Value = "msp" });
        if (afterKey is not null)
        {
            command.Parameters.Add(new() { Value = afterKey });
            command.Parameters.Add(new() { Value = afterId });
        }

        return command;
    }

    internal sealed record Row(
        string Id, string AccountName, string OrganizationName, string? ServicePlan, string TenantType, DateOnly? LicenseExpiryDate, DateOnly RegisteredOn, DateOnly? SuspendedOn, DateOnly? ClosedOn);

    internal sealed record Whole(string Id, object[] Values)
    {
        public List<object[]> Parts { get; } = [];
    }
}
