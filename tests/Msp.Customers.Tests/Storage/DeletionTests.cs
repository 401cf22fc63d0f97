namespace Msp.Customers.Tests.Storage;

public sealed class DeletionTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_refused_deletion_reports_all_violations()
    {
        var draft = Valid.Draft();
        draft.Quotas = [Quota(0, 0), Quota(1, 5), new() { Unlimited = true, EffectiveDate = Valid.Today.PlusDays(9) }];
        var customer = await host.AddAsync(draft);
        host.Clock.AdvanceDays(1);

        var refused = await host.Customers.Awaiting(c => c.DeleteAsync(customer)).Should().ThrowAsync<RuleViolationException>();

        refused
            .Which.Violations.Select(v => v.ToString())
            .Should()
            .Equal(
                "deletion.customer-not-closed at Status: The customer is Active. Close it before you delete it.",
                "deletion.quota-not-ended at Quotas[1]: Quota 2 (2026-03-02..2026-03-06) has not ended.",
                "deletion.quota-not-ended at Quotas[2]: Quota 3 (2026-03-10..) has not ended."
            );
        (await host.Customers.CheckDeletionAsync(customer)).Should().HaveCount(3);
        (await host.Customers.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_closed_customer_can_be_deleted_only_after_its_retention_date()
    {
        var customer = await ClosedAsync();
        customer.RetentionDate.Should().Be(Valid.Today.PlusDays(90));
        host.Clock.AdvanceDays(90);
        (await host.Customers.CheckDeletionAsync(customer)).Select(v => v.Code).Should().Equal("deletion.retention-period");
        host.Clock.AdvanceDays(1);

        (await host.Customers.DeleteAsync(customer)).Should().Be(1);

        (await host.Customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_host_configures_the_retention_period()
    {
        using var other = new Host(o => o.Rules.Terms = new CustomerTerms(RetentionDays: 0));
        var customer = await other.AddAsync(Valid.Draft());
        customer.Close(Valid.Today, other.Terms);
        await other.Customers.UpdateAsync(customer);
        (await other.Customers.CheckDeletionAsync(customer)).Should().NotBeEmpty();
        other.Clock.AdvanceDays(1);

        (await other.Customers.CheckDeletionAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_deletion_is_evaluated_on_the_stored_customer_and_not_on_unsaved_changes()
    {
        var customer = await host.AddAsync(Valid.Draft());
        customer.Close(Valid.Today, new CustomerTerms(RetentionDays: 0));
        host.Clock.AdvanceDays(1);

        await host.Customers.Awaiting(c => c.DeleteAsync(customer)).Should().ThrowAsync<RuleViolationException>();

        (await host.Customers.AnyAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task An_outdated_deletion_is_refused()
    {
        var customer = await ClosedAsync();
        var other = (await host.Customers.GetByIdAsync(customer.Id))!;
        customer.RemoveContact(1);
        await host.Customers.UpdateAsync(customer);
        host.Clock.AdvanceDays(91);

        await host.Customers.Awaiting(c => c.DeleteAsync(other)).Should().ThrowAsync<ConcurrencyException>();

        (await host.Customers.AnyAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_range_with_one_refused_deletion_is_not_deleted()
    {
        var closed = await ClosedAsync();
        var open = await host.AddAsync(Valid.Draft("Contoso"));
        host.Clock.AdvanceDays(91);

        await host.Customers.Awaiting(c => c.DeleteRangeAsync([closed, open])).Should().ThrowAsync<RuleViolationException>();

        (await host.Customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task The_results_of_a_specification_are_deleted_and_their_names_can_be_used_again()
    {
        await ClosedAsync();
        await host.AddAsync(Valid.Draft("Contoso"));
        host.Clock.AdvanceDays(91);

        (await host.Customers.DeleteRangeAsync(new CustomersMatching(new CustomerFilter { Status = CustomerStatus.Closed })))
            .Should()
            .Be(1);

        (await host.Customers.ListAsync()).Should().ContainSingle().Which.Account.AccountName.Should().Be("Contoso");
        var again = Valid.Draft();
        (again.TenantType, again.Quotas) = (TenantType.Sandbox, []);
        await host.AddAsync(again);
    }

    [Fact]
    public async Task A_plan_is_deleted_only_if_no_customer_has_it_not_even_a_closed_one()
    {
        var plan = await host.AddPlanAsync();
        foreach (var name in new[] { "A", "B" })
        {
            var draft = Valid.Draft(name);
            draft.ServicePlan = plan.Id.Value;
            var customer = await host.AddAsync(draft);
            customer.Close(Valid.Today, CustomerTerms.Default);
            await host.Customers.UpdateAsync(customer);
        }

        var refused = await host.Plans.Awaiting(p => p.DeleteAsync(plan)).Should().ThrowAsync<RuleViolationException>();
        refused.Which.Violations.Single().Values["Count"].Should().Be(2);
        var unused = await host.Plans.AddAsync(ServicePlan.Create(Valid.PlanDraft("silver")));
        (await host.Plans.DeleteAsync(unused)).Should().Be(1);

        (await host.Plans.ListAsync()).Should().ContainSingle().Which.Id.Should().Be(plan.Id);
    }

    private async Task<Customer> ClosedAsync()
    {
        var customer = await host.AddAsync(Valid.Draft());
        customer.Close(Valid.Today, CustomerTerms.Default);
        await host.Customers.UpdateAsync(customer);
        return customer;
    }

    private static QuotaDraft Quota(int start, int end) =>
        new()
        {
            Credits = 1,
            EffectiveDate = Valid.Today.PlusDays(start),
            EndDate = Valid.Today.PlusDays(end),
        };
}
