using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

// Tests the store without the repository. A refused change stores nothing and leaves the context usable.
public sealed class ConcurrencyTests : IDisposable
{
    private readonly TestStorage storage = new();
    private readonly MspCustomersContext context;
    private readonly DbContextCustomerStore<MspCustomersContext> customers;
    private readonly Customer stored = Valid.Customer();

    public ConcurrencyTests()
    {
        context = storage.Context();
        customers = new DbContextCustomerStore<MspCustomersContext>(context);
        storage.SaveAsync(stored).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        context.Dispose();
        storage.Dispose();
    }

    [Fact]
    public async Task A_stale_update_is_refused_and_the_next_update_succeeds()
    {
        var stale = (await customers.GetByIdAsync(stored.Id))!;
        await storage.EditAsync(stored.Id.Value, Add("First Example"));
        Add("Second Example")(stale);
        await AssertRefusedAsync(() => customers.UpdateAsync(stale));
        await storage.EditAsync(stored.Id.Value, Add("Third Example"));
        var fresh = (await customers.GetByIdAsync(stored.Id))!;
        Add("Fourth Example")(fresh);
        await customers.UpdateAsync(fresh);
        (await storage.FindAsync(stored.Id.Value))!
            .Contacts.Select(c => c.Name)
            .Should()
            .Equal("Ada Example", "Grace Example", "First Example", "Third Example", "Fourth Example");
    }

    [Fact]
    public async Task A_stale_deletion_is_refused()
    {
        await storage.EditAsync(stored.Id.Value, Add("First Example"));
        await AssertRefusedAsync(() => customers.DeleteAsync(stored));
        await customers.DeleteAsync((await customers.GetByIdAsync(stored.Id))!);
        (await customers.CountAsync()).Should().Be(0);
        await AssertRefusedAsync(() => customers.DeleteAsync(stored));
    }

    [Fact]
    public async Task An_update_of_a_deleted_customer_is_refused()
    {
        await customers.DeleteAsync(stored);
        Add("First Example")(stored);
        await AssertRefusedAsync(() => customers.UpdateAsync(stored));
    }

    [Fact]
    public async Task A_second_insert_is_refused()
    {
        await AssertRefusedAsync(() => customers.AddAsync(stored));
        await AssertRefusedAsync(() => customers.AddAsync(Customer.FromSnapshot(stored.ToSnapshot())));
    }

    [Fact]
    public async Task A_taken_organization_name_or_reference_is_refused()
    {
        var sameName = Valid.Draft("Southwind");
        sameName.OrganizationName = " northwind  TRADERS ";
        await AssertRefusedAsync(() => customers.AddAsync(Customer.Register(sameName, CustomerTerms.Default, Valid.Today)));
        var sameReference = Valid.Draft("Southwind");
        sameReference.References[0].Id = "Northwind";
        var other = Customer.Register(sameReference, CustomerTerms.Default, Valid.Today);
        await AssertRefusedAsync(() => customers.AddAsync(other));
        other.OriginalVersion.Should().Be(0);
    }

    [Fact]
    public async Task A_part_that_another_writer_adds_with_the_same_number_is_a_conflict()
    {
        var mine = (await customers.GetByIdAsync(stored.Id))!;
        Add("Mine Example")(mine);
        await using var racing = storage.Context(new BeforeSaving(() => storage.EditAsync(stored.Id.Value, Add("Theirs Example"))));
        await new DbContextCustomerStore<MspCustomersContext>(racing)
            .Awaiting(c => c.UpdateAsync(mine))
            .Should()
            .ThrowAsync<ConcurrencyException>();
        racing.ChangeTracker.Entries().Should().BeEmpty();
        (await storage.FindAsync(stored.Id.Value))!.Contacts[2].Name.Should().Be("Theirs Example");
    }

    [Fact]
    public async Task An_update_of_two_objects_of_the_same_customer_is_refused()
    {
        var (one, two) = ((await customers.GetByIdAsync(stored.Id))!, (await customers.GetByIdAsync(stored.Id))!);
        Add("One Example")(one);
        Add("Two Example")(two);
        await AssertRefusedAsync(() => customers.UpdateRangeAsync([one, two]));
        (await customers.UpdateRangeAsync([one, one])).Should().BePositive();
    }

    // Nothing is stored, nothing remains in the context, and the message contains no personal data.
    private async Task AssertRefusedAsync(Func<Task> write)
    {
        var before = await StateAsync();
        var failure = (await write.Should().ThrowAsync<ConcurrencyException>()).Which;
        failure.Message.Should().NotContainAny("Northwind", "Southwind", "Example", "northwind", "psa");
        context.ChangeTracker.Entries().Should().BeEmpty();
        (await StateAsync()).Should().BeEquivalentTo(before);
    }

    private static Action<Customer> Add(string name) => c => c.AddContact(new ContactDraft { Name = name });

    private async Task<List<CustomerSnapshot>> StateAsync()
    {
        await using var other = storage.Context();
        return [.. (await new DbContextCustomerStore<MspCustomersContext>(other).ListAsync()).Select(c => c.ToSnapshot())];
    }

    private sealed class BeforeSaving(Func<Task> write) : SaveChangesInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            await write();
            return result;
        }
    }
}
