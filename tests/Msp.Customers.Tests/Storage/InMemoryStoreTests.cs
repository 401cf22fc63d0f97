using System.Text.Json;
using CsCheck;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Storage;

public sealed class InMemoryStoreTests
{
    private readonly InMemoryCustomerStore store = new();

    [Fact]
    public async Task Changes_are_not_visible_in_the_store_until_they_are_saved()
    {
        var customer = await store.AddAsync(Valid.Customer());
        customer.AddContact(new ContactDraft { Name = "Linus Example" });
        customer.Suspend(SuspensionReason.Fraud, Valid.Today);

        var stored = (await store.GetByIdAsync(customer.Id))!;
        (stored.Contacts.Count, stored.Status, stored.Version).Should().Be((2, CustomerStatus.Active, 1));
        (await store.UpdateAsync(customer)).Should().Be(1);
        stored = (await store.GetByIdAsync(customer.Id))!;
        (stored.Contacts.Count, stored.Status, stored.Version).Should().Be((3, CustomerStatus.Suspended, 3));
    }

    [Fact]
    public async Task Each_read_returns_a_separate_instance()
    {
        var id = (await store.AddAsync(Valid.Customer())).Id;
        var one = (await store.GetByIdAsync(id))!;
        var other = (await store.GetByIdAsync(id.Value))!;
        one.RemoveContact(1);

        other.Contacts.Should().HaveCount(2);
        (await store.ListAsync()).Single().Should().NotBeSameAs(other);
    }

    [Fact]
    public void A_stored_customer_is_read_back_completely() =>
        Any.Customer.Sample(
            customer =>
            {
                var fresh = new InMemoryCustomerStore();
                fresh.AddAsync(customer).GetAwaiter().GetResult();
                var read = fresh.GetByIdAsync(customer.Id).GetAwaiter().GetResult()!;
                return JsonSerializer.Serialize(read.ToSnapshot()) == JsonSerializer.Serialize(customer.ToSnapshot())
                    && read.OriginalVersion == customer.Version;
            },
            iter: 1_000
        );

    [Fact]
    public async Task An_id_is_case_sensitive_and_unique()
    {
        var draft = Valid.Draft();
        draft.Id = "c-1";
        await store.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));

        (await store.GetByIdAsync("C-1")).Should().BeNull();
        draft.OrganizationName = "Other";
        draft.References.Clear();
        var again = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        await store.Awaiting(s => s.AddAsync(again)).Should().ThrowAsync<ConcurrencyException>();
        again.OriginalVersion.Should().Be(0);
    }

    [Fact]
    public async Task Organization_names_are_unique_unless_the_host_allows_duplicates()
    {
        await store.AddAsync(Valid.Customer());
        var draft = Valid.Draft();
        draft.References.Clear();
        await store
            .Awaiting(s => s.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)))
            .Should()
            .ThrowAsync<ConcurrencyException>();

        var lenient = new InMemoryCustomerStore(uniqueOrganizationNames: false);
        await lenient.AddAsync(Valid.Customer());
        await lenient.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        (await lenient.CountAsync(new CustomersMatching(new CustomerFilter { Name = "northwind TRADERS" }))).Should().Be(2);
    }

    [Fact]
    public async Task A_refused_change_does_not_release_the_old_name()
    {
        await store.AddAsync(Valid.Customer("A"));
        var b = await store.AddAsync(Valid.Customer("B"));
        var draft = b.ToDraft();
        draft.OrganizationName = "A Traders";
        b.Edit(draft, CustomerTerms.Default);
        await store.Awaiting(s => s.UpdateAsync(b)).Should().ThrowAsync<ConcurrencyException>();

        draft = Valid.Draft("C");
        draft.OrganizationName = "B Traders";
        await store
            .Awaiting(s => s.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today)))
            .Should()
            .ThrowAsync<ConcurrencyException>();
        (await store.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Customers_are_listed_in_order_of_id_and_can_be_counted_streamed_and_cancelled()
    {
        foreach (var id in new[] { "b", "a", "\U0001F600", "\uE000" })
        {
            var draft = Valid.Draft(id);
            draft.Id = id;
            await store.AddAsync(Customer.Register(draft, CustomerTerms.Default, Valid.Today));
        }

        (await store.ListAsync()).Select(c => c.Id.Value).Should().Equal("a", "b", "\uE000", "\U0001F600");
        (await store.CountAsync()).Should().Be(4);
        var streamed = new List<string>();
        await foreach (var customer in store.AsAsyncEnumerable(new CustomersMatching(new CustomerFilter { Name = "b" })))
        {
            streamed.Add(customer.Id.Value);
        }

        streamed.Should().Equal("b");
        await store.Awaiting(s => s.ListAsync(new CancellationToken(true))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Plans_are_stored_changed_and_deleted_by_version()
    {
        var plans = new InMemoryPlanStore();
        var plan = await plans.AddAsync(Valid.Plan());
        var other = (await plans.GetByIdAsync(plan.Id))!;
        var draft = plan.ToDraft();
        draft.Name = "Renamed";
        plan.Edit(draft);
        (await plans.GetByIdAsync("gold"))!.Name.Should().Be("Plan gold");
        await plans.UpdateAsync(plan);

        (await plans.GetByIdAsync("gold"))!.Name.Should().Be("Renamed");
        await plans.Awaiting(p => p.DeleteAsync(other)).Should().ThrowAsync<ConcurrencyException>();
        await plans.Awaiting(p => p.AddAsync(Valid.Plan())).Should().ThrowAsync<ConcurrencyException>();
        (await plans.DeleteAsync(plan)).Should().Be(1);
        (await plans.AnyAsync()).Should().BeFalse();
    }
}
