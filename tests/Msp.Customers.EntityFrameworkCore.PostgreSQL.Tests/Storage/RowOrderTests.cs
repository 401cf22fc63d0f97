using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.PostgreSQL.Tests.Storage;

public sealed class RowOrderTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();

    public void Dispose() => database.Dispose();

    // Without indexes, the server returns rows in the order in which they were written. It can do so at any time.
    [Fact]
    public async Task The_order_of_rows_is_not_a_change_in_the_log()
    {
        var options = new DbContextOptionsBuilder()
            .UseNpgsql(database.Connection + ";Options=-c enable_indexscan=off -c enable_bitmapscan=off", npgsql => npgsql.UseNodaTime())
            .UsePostgreSqlDialect()
            .Options;
        var customer = Valid.Customer();
        await using (var context = new MspCustomersContext(options))
        {
            await new DbContextCustomerStore<MspCustomersContext>(context).AddAsync(customer);
        }

        foreach (var region in new[] { "c-3", "a-1", "b-2" })
        {
            await EditAsync(d => d.StorageRegions.Add(region));
        }

        await EditAsync(d => d.AccountName = "Southwind");

        await using var read = new MspCustomersContext(options);
        var entries = await new DbContextChangeLog<MspCustomersContext>(read).ListPendingAsync(9);
        entries[^1].Members.Should().Equal(new ChangedMember("AccountName", "Northwind", "Southwind"));

        async Task EditAsync(Action<CustomerDraft> change)
        {
            await using var context = new MspCustomersContext(options);
            var customers = new DbContextCustomerStore<MspCustomersContext>(
                context,
                null,
                new ChangeContext(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1)))
            );
            var stored = (await customers.GetByIdAsync(customer.Id))!;
            var draft = stored.ToDraft();
            change(draft);
            stored.Edit(draft, CustomerTerms.Default);
            await customers.UpdateAsync(stored);
        }
    }
}
