using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Storage;

public sealed class PreparedReadsTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();

    public void Dispose() => database.Dispose();

    // The statements for the rows, five kinds of parts, and the versions.
    [ServerTheory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task Reads_by_id_are_prepared_once_per_connection_unless_the_host_turns_it_off(bool prepareReads, int expected)
    {
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        options.UseMspCustomersPostgreSql(database.Connection, prepareReads: prepareReads);
        await using var context = new MspCustomersContext(options.Options);
        await context.Database.OpenConnectionAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var added = await customers.AddRangeAsync([Valid.Customer("Northwind"), Valid.Customer("Southwind")]);

        (await customers.GetByIdAsync(added.First().Id))!.Contacts.Should().NotBeEmpty();
        (await customers.PageAsync(new CustomerPageRequest())).Items.Should().HaveCount(2);

        (await context.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync())
            .Should()
            .HaveCount(expected);
    }
}
