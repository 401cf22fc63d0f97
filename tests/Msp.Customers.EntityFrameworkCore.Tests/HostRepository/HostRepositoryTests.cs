using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace Msp.Customers.EntityFrameworkCore.Tests.HostRepository;

// The complete repositories of a host are used without adaptation.
public sealed class HostRepositoryTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.WithTables();
    private readonly ServiceProvider services;

    public HostRepositoryTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(FakeClock.FromUtc(2026, 3, 1));
        collection.AddDbContext<MspCustomersContext>(database.UseOrdinary);
        collection.AddMspCustomers().UseRepositories<HostCustomers, HostPlans>();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public void Dispose()
    {
        services.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task A_customer_is_stored_in_the_hosts_repository_and_read_from_it()
    {
        var customer = Valid.Customer();
        await InScopeAsync(customers => customers.AddAsync(customer));

        var read = await InScopeAsync(customers => customers.GetByIdAsync(customer.Id));

        read!.ToSnapshot().Should().BeEquivalentTo(customer.ToSnapshot());
    }

    [Fact]
    public async Task Rules_are_evaluated_before_the_hosts_repository_stores()
    {
        await InScopeAsync(customers => customers.AddAsync(Valid.Customer("Northwind")));

        var again = () => InScopeAsync(customers => customers.AddAsync(Valid.Customer("NORTHWIND")));

        (await again.Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Should()
            .ContainSingle(v => v.Code == "organization-name.duplicate");
        (await InScopeAsync(customers => customers.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_change_of_parts_is_saved_and_a_stale_change_is_refused()
    {
        var customer = Valid.Customer("Northwind");
        await InScopeAsync(customers => customers.AddAsync(customer));

        await InScopeAsync(async customers =>
        {
            var mine = (await customers.GetByIdAsync(customer.Id))!;
            await InScopeAsync(async others =>
            {
                var theirs = (await others.GetByIdAsync(customer.Id))!;
                theirs.AddQuota(Valid.Quota());
                return await others.UpdateAsync(theirs);
            });
            mine.AddContact(new ContactDraft { Name = "Grace" });
            var stale = () => customers.UpdateAsync(mine);
            await stale.Should().ThrowAsync<ConcurrencyException>();
            return 0;
        });

        var read = (await InScopeAsync(customers => customers.GetByIdAsync(customer.Id)))!;
        (read.Quotas.Count, read.Contacts.Count).Should().Be((customer.Quotas.Count + 1, customer.Contacts.Count));
    }

    [Fact]
    public async Task The_specification_package_evaluates_specifications_and_pages()
    {
        foreach (var name in new[] { "Berta", "Anna", "Carla" })
        {
            await InScopeAsync(customers => customers.AddAsync(Valid.Customer(name)));
        }

        var first = await InScopeAsync(customers => customers.PageAsync(new CustomerPageRequest { Size = 2 }));
        var second = await InScopeAsync(customers => customers.RowsAsync(new CustomerPageRequest { Size = 2, Token = first.NextToken }));
        var named = await InScopeAsync(customers => customers.ListAsync(new CustomersMatching(new CustomerFilter { Name = "anna" })));

        first.Items.Select(c => c.Account.AccountName).Should().Equal("Anna", "Berta");
        second.Items.Select(r => r.AccountName).Should().Equal("Carla");
        named.Should().ContainSingle().Which.Account.AccountName.Should().Be("Anna");
    }

    private async Task<T> InScopeAsync<T>(Func<IRepositoryBase<Customer>, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IRepositoryBase<Customer>>());
    }
}
