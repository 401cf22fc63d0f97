using System.Data.Common;
using Dapper;

namespace Msp.Customers.StorageBenchmarks.Peers;

// The same SQL with Dapper, which maps the members.
internal sealed class DapperCustomers(DbDataSource source, IdList idList) : ILister, ISaver
{
    private readonly string parts = Statements.Parts(idList);

    static DapperCustomers() => SqlMapper.AddTypeHandler(new DapperDates());

    public async Task<List<PlainRow>> RowsAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        return (await connection.QueryAsync<PlainRow>(Statements.Rows, new { msp = PlainCustomer.OnlyMsp })).AsList();
    }

    public async Task<List<PlainCustomer>> CustomersAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        var customers = (await connection.QueryAsync<PlainCustomer>(Statements.Customers, new { msp = PlainCustomer.OnlyMsp })).AsList();
        var byId = customers.ToDictionary(c => c.Id);
        var parameters = new DynamicParameters();
        parameters.Add("msp", PlainCustomer.OnlyMsp);
        parameters.Add("ids", idList.Value(byId.Keys));
        await using var read = await connection.QueryMultipleAsync(parts, parameters);
        await PartsAsync(c => c.StorageRegions);
        await PartsAsync(c => c.Quotas);
        await PartsAsync(c => c.Schedules);
        await PartsAsync(c => c.Contacts);
        await PartsAsync(c => c.References);
        return customers;

        async Task PartsAsync<T>(Func<PlainCustomer, List<T>> of)
            where T : PlainPart
        {
            foreach (var part in await read.ReadAsync<T>())
            {
                of(byId[part.CustomerId]).Add(part);
            }
        }
    }

    public async Task AddAsync(NewCustomer given)
    {
        var customer = given.ToPlain();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Table.Customers.Insert, customer, transaction);
        await connection.ExecuteAsync(Table.Regions.Insert, customer.StorageRegions, transaction);
        await connection.ExecuteAsync(Table.Quotas.Insert, customer.Quotas, transaction);
        await connection.ExecuteAsync(Table.Contacts.Insert, customer.Contacts, transaction);
        await connection.ExecuteAsync(Table.References.Insert, customer.References, transaction);
        await connection.ExecuteAsync(Table.Changes.Insert, PlainChange.Added(customer), transaction);
        await transaction.CommitAsync();
    }

    public async Task ChangeAddressAsync(string id, string address)
    {
        await using var connection = await source.OpenConnectionAsync();
        var customer = await connection.QuerySingleAsync<PlainCustomer>(Statements.Customer, new { msp = PlainCustomer.OnlyMsp, id });
        var from = customer.Address;
        customer.Address = address;
        customer.Version++;

        await using var transaction = await connection.BeginTransactionAsync();
        var saved = await connection.ExecuteAsync(
            Statements.ChangeAddress,
            new
            {
                msp = customer.Msp,
                id = customer.Id,
                address = customer.Address,
                version = customer.Version,
            },
            transaction
        );
        Demand.That(saved == 1, "Someone else saved first.");
        await connection.ExecuteAsync(Table.Changes.Insert, PlainChange.AddressChanged(customer, from), transaction);
        await transaction.CommitAsync();
    }
}
