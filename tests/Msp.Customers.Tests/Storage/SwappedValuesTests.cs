using Msp.Customers.Storage;

namespace Msp.Customers.Tests.Storage;

public sealed class SwappedValuesTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task F15_Two_customers_can_swap_names_and_three_can_rotate_them()
    {
        var customers = await AddThreeAsync();

        Rename(customers, "B", "A", "C");
        (await host.Customers.CheckRangeAsync(customers)).Should().OnlyContain(f => f.Count == 0);
        await host.Customers.UpdateRangeAsync(customers);
        Rename(customers, "A", "C", "B");
        await host.Customers.UpdateRangeAsync(customers);

        (await StoredAsync()).Should().Equal("A", "C", "B");
        customers.Select(c => c.OriginalVersion).Should().Equal(3, 3, 3);
    }

    [Fact]
    public async Task F15_A_customer_can_take_a_name_that_a_later_customer_of_the_save_gives_up()
    {
        var customers = await AddThreeAsync();

        Rename(customers, "B", "C", "D");
        await host.Customers.UpdateRangeAsync(customers);

        (await StoredAsync()).Should().Equal("B", "C", "D");
    }

    [Fact]
    public async Task F15_References_can_be_swapped_and_moved_to_another_customer()
    {
        var customers = await AddThreeAsync();

        Refer(customers[0], "B");
        Refer(customers[1], "A");
        await host.Customers.UpdateRangeAsync(customers);
        Refer(customers[2], "A", "C");
        Refer(customers[1]);
        await host.Customers.UpdateRangeAsync([customers[2], customers[1]]);

        (await host.Customers.ListAsync())
            .OrderBy(c => c.Id)
            .Select(c => string.Join(' ', c.References.Select(r => r.Id).Order()))
            .Should()
            .Equal("B", "", "A C");
    }

    [Fact]
    public async Task F15_A_name_that_is_still_in_use_or_taken_twice_is_refused_and_nothing_is_stored()
    {
        foreach (var names in new[] { new[] { "B", "b", "C" }, ["C", "A", "c"], ["D", "D", "C"], ["B", "C", "c"] })
        {
            var customers = (await host.Customers.ListAsync()).Count == 0 ? await AddThreeAsync() : [.. await host.Customers.ListAsync()];
            Rename(customers, names);

            (await host.Customers.Awaiting(c => c.UpdateRangeAsync(customers)).Should().ThrowAsync<RuleViolationException>())
                .Which.Violations.Should()
                .ContainSingle(v => v.Code == "organization-name.duplicate");
            (await StoredAsync()).Should().Equal("A", "B", "C");
        }
    }

    [Fact]
    public async Task F15_A_swap_with_an_outdated_customer_is_refused_and_nothing_is_stored()
    {
        var customers = await AddThreeAsync();
        var other = (await host.Customers.GetByIdAsync(customers[1].Id))!;
        other.AddContact(new ContactDraft { Name = "Ada" });
        await host.Customers.UpdateAsync(other);

        Rename(customers, "B", "A", "C");
        await host.Get<InMemoryCustomerStore>().Awaiting(s => s.UpdateRangeAsync(customers)).Should().ThrowAsync<ConcurrencyException>();
        await host.Customers.Awaiting(s => s.UpdateRangeAsync(customers)).Should().ThrowAsync<ConcurrencyException>();

        (await StoredAsync()).Should().Equal("A", "B", "C");
        customers.Select(c => c.OriginalVersion).Should().OnlyContain(v => v == 1);
    }

    private static void Rename(Customer[] customers, params string[] names)
    {
        foreach (var (customer, name) in customers.Zip(names))
        {
            Edit(customer, d => d.OrganizationName = name);
        }
    }

    private static void Refer(Customer customer, params string[] ids) =>
        Edit(customer, d => d.References = [.. ids.Select(id => new ReferenceDraft { System = "psa", Id = id })]);

    private static void Edit(Customer customer, Action<CustomerDraft> change)
    {
        var draft = customer.ToDraft();
        change(draft);
        customer.Edit(draft, CustomerTerms.Default);
    }

    private async Task<Customer[]> AddThreeAsync()
    {
        var customers = new List<Customer>();
        foreach (var name in "ABC".Select(c => $"{c}"))
        {
            customers.Add(
                await host.AddAsync(
                    new CustomerDraft
                    {
                        Id = $"c-{name}",
                        AccountName = name,
                        OrganizationName = name,
                        References = [new ReferenceDraft { System = "psa", Id = name }],
                    }
                )
            );
        }

        return [.. customers];
    }

    private async Task<IEnumerable<string>> StoredAsync() =>
        (await host.Customers.ListAsync()).OrderBy(c => c.Id).Select(c => c.Account.OrganizationName);
}
