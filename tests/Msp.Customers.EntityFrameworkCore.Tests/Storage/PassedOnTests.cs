using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.ChangeLog;

namespace Msp.Customers.EntityFrameworkCore.Tests.Storage;

public sealed class PassedOnTests : IDisposable
{
    private readonly TestStorage storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("B", "A", "C")]
    [InlineData("B", "C", "A")]
    [InlineData("C", "A", "B")]
    [InlineData("B", "C", "D")]
    [InlineData("D", "A", "B")]
    public async Task F15_Names_and_references_are_swapped_and_passed_on_in_one_call(params string[] names)
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
    public async Task F15_Customers_that_the_host_tracks_swap_their_names()
    {
        await AddThreeAsync();
        await using var context = storage.Context();
        var range = await context.Customers.OrderBy(c => c.Id).ToArrayAsync();
        Rename(range, "B", "A", "C");

        await new DbContextCustomerStore<MspCustomersContext>(context).UpdateRangeAsync(range);

        (await StoredAsync()).Should().Equal("B", "A", "C");
    }

    [Fact]
    public async Task F15_A_swap_that_is_refused_leaves_nothing_in_a_transaction_that_the_host_goes_on_with()
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
    public async Task F15_A_swap_is_stored_in_a_transaction_of_the_host_s()
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
    public async Task F15_A_name_that_another_has_is_refused_in_a_swap_too_and_nothing_is_stored()
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
