using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class BusyTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task F44_A_save_that_does_not_get_the_lock_of_the_file_is_a_conflict()
    {
        await using var context = storage.Context();
        context.Database.SetCommandTimeout(1);
        await using var other = new SqliteConnection(storage.Connection);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);

        await customers.Awaiting(c => c.AddAsync(Valid.Customer())).Should().ThrowAsync<ConcurrencyException>();
        await new DbContextUsageStore<MspCustomersContext>(context)
            .Awaiting(u => u.AppendAsync([]))
            .Should()
            .NotThrowAsync("nothing is written");
        await new DbContextChangeLog<MspCustomersContext>(context)
            .Awaiting(l => l.MarkDeliveredAsync([Guid.NewGuid()]))
            .Should()
            .ThrowAsync<ConcurrencyException>();

        await transaction.RollbackAsync();
        (await customers.CountAsync()).Should().Be(0);
    }
}
