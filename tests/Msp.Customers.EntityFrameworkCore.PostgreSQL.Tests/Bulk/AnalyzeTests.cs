using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Bulk;

public sealed class AnalyzeTests
{
    [ServerFact]
    public async Task A_bulk_insert_updates_the_statistics_of_the_table()
    {
        using var database = TestDatabase.WithTables();
        var options = new DbContextOptionsBuilder<MspCustomersContext>();
        database.Use(options);
        await using var context = new MspCustomersContext(options.Options);

        await new DbContextCustomerStore<MspCustomersContext>(context).AddRangeAsync(
            Enumerable.Range(0, 300).Select(n => Valid.Customer($"Customer {n}"))
        );

        (await context.Database.SqlQuery<float>($"SELECT reltuples AS \"Value\" FROM pg_class WHERE relname = 'Customers'").SingleAsync())
            .Should()
            .Be(300);
    }
}
