using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore.Tests.Sqlite;

public sealed class ChangeLogIndexTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task F43_The_next_pending_entries_are_read_by_an_index()
    {
        var changeContext = new ChangeContext(new BusinessCalendar(storage.Clock));
        await using (var context = storage.Context())
        {
            await new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext).AddRangeAsync([
                Valid.Customer("Northwind"),
                Valid.Customer("Contoso"),
            ]);
        }

        var commands = new CommandLog();
        await using var reading = storage.Context(commands);
        var log = new DbContextChangeLog<MspCustomersContext>(reading);
        var first = (await log.ListPendingAsync(1, null)).Should().ContainSingle().Subject;
        (await log.ListPendingAsync(1, first)).Should().ContainSingle().Which.Id.Should().NotBe(first.Id);

        commands.Commands.Should().HaveCount(2);
        (await storage.PlanAsync(commands.Commands[0])).Should().ContainSingle().Which.Should().Contain("(Msp=? AND IsDelivered=?)");
        (await storage.PlanAsync(commands.Commands[1]))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("(Msp=? AND IsDelivered=? AND ChangedAt>?)");
    }
}
