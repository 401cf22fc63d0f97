using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class UnreadableEntryTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("{\"Path\":1}")]
    public async Task F42_An_unreadable_entry_is_set_aside_and_reported_and_the_others_are_delivered(string members)
    {
        await using var context = storage.Context();
        var changeContext = new ChangeContext(new BusinessCalendar(storage.Clock));
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext);
        var (first, other) = (Valid.Customer(), Valid.Customer("Contoso"));
        await customers.AddRangeAsync([first, other]);
        first.VoidQuota(1, Valid.Today);
        await customers.UpdateAsync(first);
        await context.Database.ExecuteSqlAsync(
            $"UPDATE \"ChangeLog\" SET \"Members\" = {members} WHERE \"SubjectId\" = {first.Id.Value} AND \"Version\" = 1"
        );
        var (log, subscriber) = (new DbContextChangeLog<MspCustomersContext>(context), new Subscriber());
        var services = new ServiceCollection().AddSingleton<IChangeSubscriber>(subscriber);
        services.AddMspCustomers().UseInMemoryStorage().UseChangeLog(_ => log);
        var delivery = services.BuildServiceProvider().GetRequiredService<ChangeDelivery>();

        var unreadable = (await delivery.Awaiting(d => d.DeliverAsync()).Should().ThrowAsync<AggregateException>())
            .Which.InnerExceptions.Should()
            .ContainSingle()
            .Which.Should()
            .BeOfType<UnreadableRowException>()
            .Subject;

        (unreadable.Type, unreadable.Member).Should().Be(("ChangeEntry", "Members"));
        unreadable.Message.Should().NotContain(first.Account.AccountName);
        subscriber.Handled.Should().BeEquivalentTo([(first.Id.Value, 2L), (other.Id.Value, 1L)]);
        var pending = (await log.ListPendingAsync(9)).Should().ContainSingle().Subject;
        (pending.Id, pending.Version, pending.IsReadable, pending.Members.Count).Should().Be((Guid.Parse(unreadable.Id), 1, false, 0));
        (await log.ListAsync(ChangeSubject.Customer, first.Id.Value).ToListAsync()).Select(e => e.IsReadable).Should().Equal(false, true);
        await log.MarkDeliveredAsync([Guid.Parse(unreadable.Id)]);
        (await delivery.DeliverAsync()).Should().Be(0, "the host has marked it as delivered");
    }

    private sealed class Subscriber : IChangeSubscriber
    {
        public List<(string Id, long Version)> Handled { get; } = [];

        public Task HandleAsync(ChangeEntry entry, CancellationToken cancellationToken)
        {
            Handled.Add((entry.SubjectId, entry.Version));
            return Task.CompletedTask;
        }
    }
}
