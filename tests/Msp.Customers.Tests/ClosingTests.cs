namespace Msp.Customers.Tests;

public sealed class ClosingTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData(-300)]
    [InlineData(-1)]
    public async Task F07_Closing_on_a_date_before_registration_is_refused_immediately(int days)
    {
        var customer = await AddAsync(registered: 0);

        EditTests.Unchanged(
            customer,
            () =>
                customer
                    .Invoking(c => c.Close(Valid.Today.PlusDays(days), CustomerTerms.Default))
                    .Should()
                    .Throw<RuleViolationException>()
                    .Which.Violations.Single()
                    .ToString()
                    .Should()
                    .StartWith("closed-on.before-registration at ClosedOn: ")
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task F07_Closing_on_a_future_date_is_refused_on_save(int days)
    {
        var customer = await AddAsync(registered: -10);
        customer.Close(Valid.Today.PlusDays(days), CustomerTerms.Default);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("closed-on.in-the-future");
        await host.Customers.Awaiting(c => c.UpdateAsync(customer)).Should().ThrowAsync<RuleViolationException>();
        await host.Customers.Awaiting(c => c.UpdateRangeAsync([customer])).Should().ThrowAsync<RuleViolationException>();
        await host.Customers.Awaiting(c => c.EditAsync(customer, customer.ToDraft())).Should().ThrowAsync<RuleViolationException>();
        (await StoredAsync(customer)).Status.Should().Be(CustomerStatus.Active);
    }

    [Fact]
    public async Task F07_Today_is_the_date_in_the_customers_time_zone()
    {
        host.Clock.Reset(Instant.FromUtc(2026, 3, 1, 23, 30));
        var customer = await AddAsync(registered: -10, zone: "Europe/Berlin");
        customer.Close(new LocalDate(2026, 3, 2), CustomerTerms.Default);

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task F07_An_invalid_closing_date_in_a_restored_snapshot_is_refused()
    {
        var customer = await AddAsync(registered: -10);
        foreach (var (days, code) in new[] { (-11, "closed-on.before-registration"), (1, "closed-on.in-the-future") })
        {
            var snapshot = customer.ToSnapshot();
            (snapshot.ClosedOn, snapshot.RetentionDate) = (Valid.Today.PlusDays(days), Valid.Today.PlusDays(90));
            snapshot.Version++;
            var other = (await host.Customers.GetByIdAsync(customer.Id))!;
            other.RestoreFrom(snapshot);

            (await host.Customers.CheckAsync(other)).Select(v => v.Code).Should().Equal(code);
        }
    }

    [Fact]
    public async Task F07_A_new_customer_cannot_be_closed_on_a_future_date()
    {
        var customer = Customer.Register(Draft(), CustomerTerms.Default, Valid.Today);
        customer.Close(Valid.Today.PlusDays(1), CustomerTerms.Default);

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("closed-on.in-the-future");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(-90)]
    [InlineData(-300)]
    public async Task F07_A_backdated_closing_does_not_shorten_the_retention(int days)
    {
        var customer = await AddAsync(registered: -400);
        customer.Close(Valid.Today.PlusDays(days), CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);

        var stored = await StoredAsync(customer);
        (stored.ClosedOn, stored.RetentionDate).Should().Be((Valid.Today.PlusDays(days), Valid.Today.PlusDays(90)));
        customer.RetentionDate.Should().Be(stored.RetentionDate);
        host.Clock.AdvanceDays(90);
        (await host.Customers.CheckDeletionAsync(customer)).Select(v => v.Code).Should().Equal("deletion.retention-period");
        host.Clock.AdvanceDays(1);
        (await host.Customers.DeleteAsync(customer)).Should().Be(1);
    }

    [Fact]
    public async Task F07_Reopening_and_closing_on_an_earlier_date_does_not_shorten_the_retention()
    {
        var customer = await AddAsync(registered: -400);
        customer.Close(Valid.Today, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
        host.Clock.AdvanceDays(10);
        customer.Reopen(Valid.Today.PlusDays(10));
        customer.Close(Valid.Today.PlusDays(-300), CustomerTerms.Default);
        await host.Customers.SaveAsync(customer);

        (await StoredAsync(customer)).RetentionDate.Should().Be(Valid.Today.PlusDays(100));
    }

    [Fact]
    public async Task F07_The_retention_starts_on_the_day_of_the_successful_save()
    {
        var customer = await AddAsync(registered: -400);
        await host.AddAsync(Draft("Contoso"));
        customer.Close(Valid.Today.PlusDays(-5), CustomerTerms.Default);
        var draft = customer.ToDraft();
        draft.OrganizationName = Draft("Contoso").OrganizationName;
        customer.Edit(draft, CustomerTerms.Default);
        await host.Customers.Awaiting(c => c.UpdateAsync(customer)).Should().ThrowAsync<RuleViolationException>();
        host.Clock.AdvanceDays(3);
        draft.OrganizationName = "Another";
        customer.Edit(draft, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);

        (await StoredAsync(customer)).RetentionDate.Should().Be(Valid.Today.PlusDays(93));
    }

    [Fact]
    public async Task F07_A_later_edit_of_a_closed_customer_does_not_change_the_retention_date()
    {
        var customer = await AddAsync(registered: -400);
        customer.Close(Valid.Today.PlusDays(-5), CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
        host.Clock.AdvanceDays(20);
        customer.AddContact(new() { Name = "Linus Example" });
        await host.Customers.UpdateAsync(customer);

        (await StoredAsync(customer)).RetentionDate.Should().Be(Valid.Today.PlusDays(90));
    }

    [Fact]
    public async Task F07_A_customer_added_as_closed_is_retained_from_its_closing_date()
    {
        var customer = Customer.Register(Draft(), CustomerTerms.Default, Valid.Today.PlusDays(-400));
        customer.Close(Valid.Today.PlusDays(-300), CustomerTerms.Default);
        await host.Customers.AddAsync(customer);

        (await StoredAsync(customer)).RetentionDate.Should().Be(Valid.Today.PlusDays(-210));
    }

    private static CustomerDraft Draft(string name = "Fabrikam")
    {
        var draft = Valid.Draft(name);
        (draft.TenantType, draft.Quotas, draft.References) = (TenantType.Commercial, [], []);
        return draft;
    }

    private async Task<Customer> AddAsync(int registered, string? zone = null)
    {
        var draft = Draft();
        draft.TimeZone = zone;
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today.PlusDays(registered));
        await host.Customers.AddAsync(customer);
        return customer;
    }

    private async Task<Customer> StoredAsync(Customer customer) => (await host.Customers.GetByIdAsync(customer.Id))!;
}
