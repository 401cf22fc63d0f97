using Microsoft.EntityFrameworkCore;

namespace Msp.Customers.EntityFrameworkCore.Tests.Mapping;

public sealed class MappingTests : IDisposable
{
    private readonly TestStorage storage = new();

    public MappingTests() => storage.SaveAsync(Valid.Customer()).GetAwaiter().GetResult();

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task New_parts_of_a_tracked_customer_are_inserted()
    {
        await using var context = storage.Context();
        var customer = await context.Customers.SingleAsync();
        customer.AddQuota(new QuotaDraft { Credits = 5, EffectiveDate = Valid.Today.PlusDays(30) });
        customer.AddContact(new ContactDraft { Name = "Linus Example" });
        var draft = customer.ToDraft();
        draft.StorageRegions.Add("us-east-1");
        draft.References.Add(new ReferenceDraft { System = "crm", Id = "1" });
        customer.Edit(draft, CustomerTerms.Default);
        await context.SaveChangesAsync();
        (await storage.FindAsync(customer.Id.Value))!.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
    }

    [Fact]
    public async Task Two_stores_that_change_different_parts_of_a_customer_conflict()
    {
        await using var firstContext = storage.Context();
        await using var secondContext = storage.Context();
        var (first, second) = (
            new DbContextCustomerStore<MspCustomersContext>(firstContext),
            new DbContextCustomerStore<MspCustomersContext>(secondContext)
        );
        var mine = (await first.ListAsync()).Single();
        var theirs = (await second.ListAsync()).Single();
        mine.ChangeContact(Renamed(mine, 1, "Mine Example"));
        theirs.ChangeContact(Renamed(theirs, 2, "Theirs Example"));
        await first.UpdateAsync(mine);
        await second.Awaiting(s => s.UpdateAsync(theirs)).Should().ThrowAsync<ConcurrencyException>();
        (await storage.FindAsync(mine.Id.Value))!.ToSnapshot().Should().BeEquivalentTo(mine.ToSnapshot());
    }

    [Fact]
    public async Task Two_contexts_of_a_host_that_change_different_parts_of_a_customer_conflict()
    {
        await using var first = storage.Context();
        await using var second = storage.Context();
        var mine = await first.Customers.SingleAsync();
        var theirs = await second.Customers.SingleAsync();
        mine.ChangeContact(Renamed(mine, 1, "Mine Example"));
        theirs.ChangeContact(Renamed(theirs, 2, "Theirs Example"));
        await first.SaveChangesAsync();
        await second.Awaiting(s => s.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>();
        (await storage.FindAsync(mine.Id.Value))!.ToSnapshot().Should().BeEquivalentTo(mine.ToSnapshot());
    }

    [Fact]
    public async Task A_context_of_a_host_and_a_store_that_change_different_parts_of_a_customer_conflict()
    {
        await using var context = storage.Context();
        var mine = await context.Customers.SingleAsync();
        mine.RemoveContact(2);
        await storage.EditAsync(mine.Id.Value, c => c.AddContact(new ContactDraft { Name = "Theirs Example" }));
        await context.Awaiting(c => c.SaveChangesAsync()).Should().ThrowAsync<DbUpdateConcurrencyException>();
    }

    [Fact]
    public async Task A_detached_customer_is_saved_with_added_changed_and_removed_parts()
    {
        var stored = (await storage.FindAsync((await IdAsync()).Value))!;
        var draft = stored.ToDraft();
        draft.Contacts.RemoveAt(0);
        draft.Contacts[0].Name = "Changed Example";
        draft.Contacts.Add(new ContactDraft { Name = "New Example" });
        draft.Quotas.Add(new QuotaDraft { Unlimited = true, EffectiveDate = Valid.Today });
        draft.Quotas[0].Credits = 0.5m;
        draft.StorageRegions = ["us-east-1"];
        draft.References = [new ReferenceDraft { System = "crm", Id = "9" }];
        draft.Address = null;
        var detached = Customer.FromSnapshot(stored.ToSnapshot());
        detached.Edit(draft, CustomerTerms.Default);
        await using var context = storage.Context();
        await new DbContextCustomerStore<MspCustomersContext>(context).UpdateAsync(detached);
        detached.OriginalVersion.Should().Be(2);
        (await storage.FindAsync(detached.Id.Value))!.ToSnapshot().Should().BeEquivalentTo(detached.ToSnapshot());
    }

    [Fact]
    public async Task Dates_are_compared_by_the_database()
    {
        var log = new CommandLog();
        await using var context = storage.Context(log);
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        await customers.CountAsync(new CustomersMatching(new CustomerFilter { QuotaInForceOn = Valid.Today }));
        await customers.CountAsync(new CustomersMatching(new CustomerFilter { QuotaEndingBefore = Valid.Today }));
        await customers.CountAsync(new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = Valid.Today }));
        log.Texts.Should()
            .SatisfyRespectively(
                sql => sql.Should().Contain("EXISTS").And.Contain("\"EffectiveDate\" <= @").And.Contain("\"EndDate\" >= @"),
                sql => sql.Should().Contain("EXISTS").And.Contain("\"EndDate\" < @"),
                sql => sql.Should().Contain("\"LicenseExpiryDate\" < @")
            );
    }

    private static ContactDraft Renamed(Customer customer, int number, string name)
    {
        var draft = customer.FindContact(number)!.ToDraft();
        draft.Name = name;
        return draft;
    }

    private async Task<CustomerId> IdAsync()
    {
        await using var context = storage.Context();
        return await context.Customers.Select(c => c.Id).SingleAsync();
    }
}
