using System.Text.Json;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class RangeTests : IDisposable
{
    private readonly TestStorage storage = new();
    private readonly MspCustomersContext context;
    private readonly DbContextCustomerStore<MspCustomersContext> customers;

    public RangeTests()
    {
        context = storage.Context();
        customers = new DbContextCustomerStore<MspCustomersContext>(context);
    }

    public void Dispose()
    {
        context.Dispose();
        storage.Dispose();
    }

    [Fact]
    public async Task Many_customers_are_added_changed_and_deleted_in_one_call()
    {
        var many = Many(5);
        await customers.AddRangeAsync(many);
        many.Select(c => c.OriginalVersion).Should().OnlyContain(v => v == 1);
        Array.ForEach(many, AddContact);
        await customers.UpdateRangeAsync(many);
        (await customers.ListAsync()).Should().OnlyContain(c => c.Contacts.Count == 3 && c.Version == 2);
        (await customers.DeleteRangeAsync(many[..2])).Should().Be(2);
        (await customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Region = new("eu-central-1") }))).Should().Be(3);
        (await customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task No_customer_is_added_when_one_is_refused()
    {
        await storage.SaveAsync(Valid.Customer("Customer 2"));
        var many = Many(5);
        (await AssertRefusedAsync(() => customers.AddRangeAsync(many))).Should().Contain(many[2].Id.Value);
        (await customers.CountAsync()).Should().Be(1);
        many.Select(c => c.OriginalVersion).Should().OnlyContain(v => v == 0);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(60)]
    public async Task No_customer_is_added_when_two_have_the_same_name(int count)
    {
        Customer[] many = [.. Many(count), Valid.Customer("Customer 0")];
        (await AssertRefusedAsync(() => customers.AddRangeAsync(many))).Should().ContainAny(many[0].Id.Value, many[^1].Id.Value);
        (await customers.CountAsync()).Should().Be(0);
        await customers.AddRangeAsync(many[1..]);
    }

    [Fact]
    public async Task A_refused_customer_is_unchanged_and_can_be_corrected_and_added()
    {
        await storage.SaveAsync(Valid.Customer("Customer 1"));
        var many = Many(3);
        var before = many.Select(Text).ToList();
        await AssertRefusedAsync(() => customers.AddRangeAsync(many));
        await AssertRefusedAsync(() => customers.AddAsync(many[1]));
        many.Select(Text).Should().Equal(before);

        var draft = many[1].ToDraft();
        (draft.OrganizationName, draft.References) = ("Another", []);
        many[1].Edit(draft, CustomerTerms.Default);
        await customers.AddRangeAsync(many);
        (await customers.CountAsync()).Should().Be(4);
        Text((await customers.GetByIdAsync(many[1].Id))!).Should().Be(Text(many[1]));
    }

    [Fact]
    public async Task No_customer_is_changed_or_deleted_when_one_is_stale()
    {
        var many = Many(5);
        await customers.AddRangeAsync(many);
        await storage.EditAsync(many[3].Id.Value, AddContact);
        Array.ForEach(many, AddContact);
        (await AssertRefusedAsync(() => customers.UpdateRangeAsync(many))).Should().Contain(many[3].Id.Value);
        (await AssertRefusedAsync(() => customers.DeleteRangeAsync(many))).Should().Contain(many[3].Id.Value);
        (await customers.ListAsync()).Sum(c => c.Contacts.Count).Should().Be(11);
    }

    [Fact]
    public async Task Several_chunks_are_streamed_and_listed_in_order()
    {
        var many = Many(1_203);
        await customers.AddRangeAsync(many);
        var expected = many.OrderBy(c => CustomerId.FromStored(c.Account.AccountKey.Value)).Select(c => c.Id);
        var streamed = new List<CustomerId>();
        await foreach (var customer in customers.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { Text = "" })))
        {
            customer.Contacts.Should().HaveCount(2);
            streamed.Add(customer.Id);
        }

        streamed.Should().Equal(expected);
        (await customers.ListAsync(new CustomersMatching(new CustomerFilter { Text = "" }))).Select(c => c.Id).Should().Equal(expected);
    }

    private static Customer[] Many(int count) => [.. Enumerable.Range(0, count).Select(n => Valid.Customer($"Customer {n}"))];

    private static string Text(Customer customer) => JsonSerializer.Serialize(customer.ToSnapshot());

    private static void AddContact(Customer customer) => customer.AddContact(new ContactDraft { Name = "Linus Example" });

    private async Task<string> AssertRefusedAsync(Func<Task> write)
    {
        var failure = await write.Should().ThrowAsync<ConcurrencyException>();
        context.ChangeTracker.Entries().Should().BeEmpty();
        return failure.Which.Message;
    }
}
