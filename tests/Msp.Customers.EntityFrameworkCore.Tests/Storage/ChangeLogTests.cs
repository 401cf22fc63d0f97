using Microsoft.EntityFrameworkCore;
using Msp.Customers.ChangeLog;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class ChangeLogTests : IDisposable
{
    private readonly TestStorage storage = new();
    private readonly ChangeContext changeContext = new(new BusinessCalendar(FakeClock.FromUtc(2026, 3, 1))) { By = "user-7" };

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task A_cancelled_list_of_changes_is_not_read()
    {
        await using var context = storage.Context();
        var listed = new DbContextChangeLog<MspCustomersContext>(context).ListAsync(
            ChangeSubject.Customer,
            "c-1",
            new CancellationToken(canceled: true)
        );

        await FluentActions.Awaiting(async () => await listed.ToListAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Changes_are_stored_with_their_change_log_entries()
    {
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext);
        var customer = Valid.Customer();
        await customers.AddAsync(customer);
        customer.VoidQuota(1, Valid.Today);
        await customers.UpdateAsync(customer);

        var entries = await EntriesAsync(customer);

        entries.Select(e => (e.Kind, e.Version, e.By)).Should().Equal((ChangeKind.Added, 1, "user-7"), (ChangeKind.Changed, 2, "user-7"));
        entries[1].Members.Should().Equal(new ChangedMember("Quotas[1].VoidedFrom", null, "2026-03-01"));
        context.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task A_customer_that_the_host_tracks_is_compared_with_the_stored_customer()
    {
        var customer = Valid.Customer();
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var tracked = await context.Customers.SingleAsync();
        tracked.VoidQuota(1, Valid.Today);

        await new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext).UpdateAsync(tracked);

        (await EntriesAsync(customer)).Single().Members.Should().Equal(new ChangedMember("Quotas[1].VoidedFrom", null, "2026-03-01"));
    }

    [Fact]
    public async Task A_refused_change_leaves_no_entry_to_be_saved_later()
    {
        var customer = Valid.Customer();
        await storage.SaveAsync(customer);
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext);
        var (mine, stale) = ((await customers.ListAsync()).Single(), (await customers.ListAsync()).Single());
        mine.VoidQuota(1, Valid.Today);
        stale.CloseUsageThrough(Valid.Today);
        await customers.UpdateAsync(mine);

        await customers.Awaiting(c => c.UpdateAsync(stale)).Should().ThrowAsync<ConcurrencyException>();
        await customers.Awaiting(c => c.AddAsync(Twin(customer))).Should().ThrowAsync<ConcurrencyException>();
        await customers.SaveChangesAsync();

        (await new DbContextChangeLog<MspCustomersContext>(context).ListPendingAsync(9)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_change_is_not_stored_when_its_entry_cannot_be_written()
    {
        await using var context = storage.Context();
        await context.Database.ExecuteSqlAsync($"DROP TABLE \"ChangeLog\"");
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext);

        await customers.Awaiting(c => c.AddAsync(Valid.Customer())).Should().ThrowAsync<DbUpdateException>();

        (await customers.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_deletion_also_deletes_the_earlier_entries_of_the_customer()
    {
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext);
        var (customer, other) = (Valid.Customer(), Valid.Customer("Contoso"));
        await customers.AddRangeAsync([customer, other]);

        await customers.DeleteAsync(customer);

        var entry = (await EntriesAsync(customer)).Should().ContainSingle().Subject;
        (entry.Kind, entry.Version, entry.Members.Count).Should().Be((ChangeKind.Deleted, 2, 0));
        (await EntriesAsync(other)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_delivered_entry_is_no_longer_pending_and_belongs_to_one_MSP()
    {
        await using var context = storage.Context();
        await new DbContextCustomerStore<MspCustomersContext>(context, null, changeContext).AddRangeAsync([
            Valid.Customer(),
            Valid.Customer("Contoso"),
        ]);
        var (log, other) = (
            new DbContextChangeLog<MspCustomersContext>(context),
            new DbContextChangeLog<MspCustomersContext>(context, new MspId("other"))
        );
        var first = (await log.ListPendingAsync(1)).Single();

        (await other.ListPendingAsync(9)).Should().BeEmpty();
        await other.MarkDeliveredAsync([first.Id]);
        (await log.ListPendingAsync(9)).Should().HaveCount(2);
        await log.MarkDeliveredAsync([first.Id, Guid.NewGuid()]);
        (await log.ListPendingAsync(9)).Should().ContainSingle().Which.Id.Should().NotBe(first.Id);
    }

    private static Customer Twin(Customer customer)
    {
        var draft = customer.ToDraft();
        draft.Contacts.Clear();
        draft.Quotas.Clear();
        return Customer.Register(draft, CustomerTerms.Default, Valid.Today);
    }

    private async Task<List<ChangeEntry>> EntriesAsync(Customer customer)
    {
        await using var context = storage.Context();
        return await new DbContextChangeLog<MspCustomersContext>(context)
            .ListAsync(ChangeSubject.Customer, customer.Id.Value)
            .ToListAsync();
    }
}
