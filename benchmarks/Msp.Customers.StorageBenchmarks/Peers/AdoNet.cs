using System.Data.Common;

namespace Msp.Customers.StorageBenchmarks.Peers;

// Hand-written ADO.NET with the minimum of round trips. Statements run in the provider's default way, that is unprepared.
internal sealed class AdoNet(DbDataSource source, IdList idList) : ILister, ISaver
{
    private readonly string parts = Statements.Parts(idList);

    public Task<List<PlainRow>> RowsAsync() => RowsAsync(null, null);

    public Task<List<PlainCustomer>> CustomersAsync() => CustomersAsync(null, null);

    public async Task<List<PlainRow>> RowsAsync(string? afterKey, string? afterId)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = Page(connection, Statements.Rows, Statements.RowsAfter, afterKey, afterId);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<PlainRow>(51);
        while (await reader.ReadAsync())
        {
            rows.Add(reader.Row());
        }

        return rows;
    }

    public async Task<List<PlainCustomer>> CustomersAsync(string? afterKey, string? afterId)
    {
        await using var connection = await source.OpenConnectionAsync();
        var customers = new List<PlainCustomer>(51);
        await using (var command = Page(connection, Statements.Customers, Statements.CustomersAfter, afterKey, afterId))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                customers.Add(reader.Customer());
            }
        }

        var byId = customers.ToDictionary(c => c.Id);
        await using var parted = Command(connection, parts, ("msp", PlainCustomer.OnlyMsp), ("ids", idList.Value(byId.Keys)));
        await using var read = await parted.ExecuteReaderAsync();
        await PartsAsync(PlainReader.Region, c => c.StorageRegions);
        await PartsAsync(PlainReader.Quota, c => c.Quotas);
        await PartsAsync(PlainReader.Schedule, c => c.Schedules);
        await PartsAsync(PlainReader.Contact, c => c.Contacts);
        await PartsAsync(PlainReader.Reference, c => c.References);
        return customers;

        async Task PartsAsync<T>(Func<DbDataReader, T> part, Func<PlainCustomer, List<T>> of)
            where T : PlainPart
        {
            while (await read.ReadAsync())
            {
                var found = part(read);
                of(byId[found.CustomerId]).Add(found);
            }

            await read.NextResultAsync();
        }
    }

    public async Task AddAsync(NewCustomer given)
    {
        var customer = given.ToPlain();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = Command(connection, "");
        command.Transaction = transaction;
        command.InsertCustomer(customer);
        command.InsertChange(PlainChange.Added(customer));
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public async Task ChangeAddressAsync(string id, string address)
    {
        await using var connection = await source.OpenConnectionAsync();
        var customer = await CustomerAsync(connection, id);
        var from = customer.Address;
        customer.Address = address;
        customer.Version++;

        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = Command(
            connection,
            Statements.ChangeAddress + ";\n",
            ("msp", customer.Msp),
            ("id", customer.Id),
            ("address", customer.Address),
            ("version", customer.Version)
        );
        command.Transaction = transaction;
        command.InsertChange(PlainChange.AddressChanged(customer, from));
        Demand.That(await command.ExecuteNonQueryAsync() == 2, "Someone else saved first.");
        await transaction.CommitAsync();
    }

    // The key and the id of the last of the passed customers, after which the next page begins.
    public async Task<(string Key, string Id)> LastAsync(int passed)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = Command(
            connection,
            """SELECT "AccountKey", "Id" FROM "Customers" WHERE "Msp" = @msp ORDER BY "AccountKey", "Id" LIMIT 1 OFFSET @passed""",
            ("msp", PlainCustomer.OnlyMsp),
            ("passed", passed - 1)
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetString(1));
    }

    private static async Task<PlainCustomer> CustomerAsync(DbConnection connection, string id)
    {
        await using var command = Command(connection, Statements.Customer, ("msp", PlainCustomer.OnlyMsp), ("id", id));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.Customer();
    }

    private static DbCommand Page(DbConnection connection, string first, string after, string? key, string? id) =>
        key is null
            ? Command(connection, first, ("msp", PlainCustomer.OnlyMsp))
            : Command(connection, after, ("msp", PlainCustomer.OnlyMsp), ("key", key), ("id", id));

    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Add(name, value);
        }

        return command;
    }
}
