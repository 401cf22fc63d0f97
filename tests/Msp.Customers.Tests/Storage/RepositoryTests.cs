namespace Msp.Customers.Tests.Storage;

public sealed class RepositoryTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_repository_interfaces_resolve_to_the_repositories_of_the_library()
    {
        host.Get<IRepositoryBase<Customer>>().Should().BeSameAs(host.Customers);
        host.Get<IReadRepositoryBase<Customer>>().Should().BeSameAs(host.Customers);
        host.Get<IRepositoryBase<ServicePlan>>().Should().BeSameAs(host.Plans);
        (await host.Customers.SaveChangesAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_range_with_one_refused_customer_is_not_stored()
    {
        var bad = Valid.Draft("Contoso");
        bad.ServicePlan = "unknown";
        var all = new[] { Valid.Customer(), Customer.Register(bad, host.Terms, Valid.Today) };

        await host.Customers.Awaiting(c => c.AddRangeAsync(all)).Should().ThrowAsync<RuleViolationException>();

        (await host.Customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_range_with_one_refused_change_is_not_stored()
    {
        var added = (await host.Customers.AddRangeAsync([Valid.Customer("A"), Valid.Customer("B")])).ToList();
        var stock = await host.StoredStateAsync();
        added[0].RemoveContact(1);
        var draft = added[1].ToDraft();
        draft.StorageRegions = [];
        added[1].Edit(draft, host.Terms);

        await host.Customers.Awaiting(c => c.UpdateRangeAsync(added)).Should().ThrowAsync<RuleViolationException>();

        (await host.StoredStateAsync()).Should().Be(stock);
    }

    [Fact]
    public async Task A_customer_with_a_warning_is_stored()
    {
        var draft = Valid.Draft();
        draft.Quotas.Add(Valid.Quota());
        var customer = await host.AddAsync(draft);

        (await host.Customers.CheckAsync(customer)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        (await host.Customers.GetByIdAsync(customer.Id))!.Quotas.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_check_stores_nothing_and_changes_nothing()
    {
        var customer = Valid.Customer();

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();

        customer.OriginalVersion.Should().Be(0);
        (await host.Customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task An_outdated_change_is_refused_and_changes_nothing()
    {
        var first = await host.AddAsync(Valid.Draft());
        var second = (await host.Customers.GetByIdAsync(first.Id))!;
        first.AddContact(new ContactDraft { Name = "Linus Example" });
        await host.Customers.UpdateAsync(first);
        var stock = await host.StoredStateAsync();
        second.RemoveContact(2);

        await host.Customers.Awaiting(c => c.UpdateAsync(second)).Should().ThrowAsync<ConcurrencyException>();

        (await host.StoredStateAsync()).Should().Be(stock);
    }

    [Fact]
    public async Task An_outdated_change_is_a_conflict_and_not_a_violation()
    {
        var first = await host.AddAsync(Valid.Draft());
        var second = (await host.Customers.GetByIdAsync(first.Id))!;
        var draft = first.ToDraft();
        draft.StorageRegions.Add("us-east-1");
        first.Edit(draft, host.Terms);
        await host.Customers.UpdateAsync(first);
        second.RemoveContact(2);

        await host
            .Customers.Awaiting(c => c.UpdateAsync(second))
            .Should()
            .ThrowAsync<ConcurrencyException>("the second change did not remove the region");
    }

    [Fact]
    public async Task A_deleted_customer_is_not_stored_again()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var other = (await host.Customers.GetByIdAsync(customer.Id))!;
        customer.Close(Valid.Today, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
        host.Clock.AdvanceDays(91);
        await host.Customers.DeleteAsync(customer);
        other.RemoveContact(1);

        await host.Customers.Awaiting(c => c.UpdateAsync(other)).Should().ThrowAsync<ConcurrencyException>();
        await host.Customers.Awaiting(c => c.DeleteAsync(other)).Should().ThrowAsync<ConcurrencyException>();
        (await host.Customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task An_unchanged_customer_is_not_written()
    {
        var customer = await host.AddAsync(Valid.Draft());

        (await host.Customers.UpdateAsync(customer)).Should().Be(0);
        customer.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_cancelled_save_stores_nothing()
    {
        var cancelled = new CancellationToken(true);

        await host.Customers.Awaiting(c => c.AddAsync(Valid.Customer(), cancelled)).Should().ThrowAsync<OperationCanceledException>();

        (await host.Customers.AnyAsync()).Should().BeFalse();
    }
}
