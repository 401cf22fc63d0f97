using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class NameSwapTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("B", "A", "C")]
    [InlineData("B", "C", "A")]
    [InlineData("C", "A", "B")]
    [InlineData("B", "C", "D")]
    [InlineData("D", "A", "B")]
    public async Task F15_One_update_can_swap_and_reassign_names_and_references(params string[] names)
    {
        await AddThreeAsync();
        using var scope = storage.Scope();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerRepository>();
        var range = await ListAsync(customers);
        Rename(range, names);

        await customers.UpdateRangeAsync(range);

        var stored = await ListAsync(customers);
        stored.Select(c => c.Account.OrganizationName).Should().Equal(names);
        stored.Select(c => c.References.Single().Id).Should().Equal(names);
        stored.Should().OnlyContain(c => c.Account.OrganizationKey == Names.NameKey.Of(c.Account.OrganizationName));
        stored.Select(c => c.Version).Should().Equal(range.Select(c => c.OriginalVersion));
        var log = await scope.ServiceProvider.GetRequiredService<IChangeLog>().ListAsync(ChangeSubject.Customer, "c-A").ToListAsync();
        log[^1].Members.Should().Contain(new ChangedMember("OrganizationName", "A", names[0]));
        log.Should().ContainSingle();
    }

    [Fact]
    public async Task F15_Customers_that_the_host_tracks_can_swap_names()
    {
        await AddThreeAsync();
        await using var context = storage.Context();
        var range = await context.Customers.OrderBy(c => c.Id).ToArrayAsync();
        Rename(range, "B", "A", "C");

        await new DbContextCustomerStore<MspCustomersContext>(context).UpdateRangeAsync(range);

        (await StoredAsync()).Should().Equal("B", "A", "C");
    }

    [Fact]
    public async Task F15_A_refused_swap_stores_nothing_when_the_host_commits_its_transaction()
    {
        await AddThreeAsync();
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var range = await ListAsync(customers);
        Rename(range, "B", "A", "C");
        await using (var other = storage.Context())
        {
            var theirs = new DbContextCustomerStore<MspCustomersContext>(other);
            var second = (await theirs.GetByIdAsync(range[1].Id))!;
            second.AddContact(new ContactDraft { Name = "Ada" });
            await theirs.UpdateAsync(second);
        }

        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await customers.Awaiting(c => c.UpdateRangeAsync(range)).Should().ThrowAsync<ConcurrencyException>();
            await transaction.CommitAsync();
        }

        (await StoredAsync()).Should().Equal("A", "B", "C");
        (await ListAsync(customers)).Should().OnlyContain(c => c.Account.OrganizationKey == Names.NameKey.Of(c.Account.OrganizationName));
    }

    [Fact]
    public async Task F15_A_swap_is_stored_in_a_transaction_of_the_host()
    {
        await AddThreeAsync();
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var range = await ListAsync(customers);
        Rename(range, "B", "A", "C");
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            await customers.UpdateRangeAsync(range);
            await transaction.CommitAsync();
        }

        (await StoredAsync()).Should().Equal("B", "A", "C");
    }

    [Fact]
    public async Task F15_A_swap_with_a_name_of_a_third_customer_is_refused_and_nothing_is_stored()
    {
        await AddThreeAsync();
        await using var context = storage.Context();
        var customers = new DbContextCustomerStore<MspCustomersContext>(context);
        var range = await ListAsync(customers);
        Rename(range, "B", "C");

        await customers.Awaiting(c => c.UpdateRangeAsync(range[..2])).Should().ThrowAsync<ConcurrencyException>();

        (await StoredAsync()).Should().Equal("A", "B", "C");
    }

    private static void Rename(Customer[] customers, params string[] names)
    {
        foreach (var (customer, name) in customers.Zip(names))
        {
            var draft = customer.ToDraft();
            draft.OrganizationName = name;
            draft.References = [new ReferenceDraft { System = "psa", Id = name }];
            customer.Edit(draft, CustomerTerms.Default);
        }
    }

    private static async Task<Customer[]> ListAsync(IReadRepositoryBase<Customer> customers) =>
        [.. (await customers.ListAsync()).OrderBy(c => c.Id)];

    private async Task<IEnumerable<string>> StoredAsync()
    {
        await using var context = storage.Context();
        return (await ListAsync(new DbContextCustomerStore<MspCustomersContext>(context))).Select(c => c.Account.OrganizationName);
    }

    private Task AddThreeAsync() =>
        storage.SaveAsync([
            .. "ABC"
                .Select(c => $"{c}")
                .Select(name =>
                    Customer.Register(
                        new CustomerDraft
                        {
                            Id = $"c-{name}",
                            AccountName = name,
                            OrganizationName = name,
                            References = [new ReferenceDraft { System = "psa", Id = name }],
                        },
                        CustomerTerms.Default,
                        Valid.Today
                    )
                ),
        ]);
}
