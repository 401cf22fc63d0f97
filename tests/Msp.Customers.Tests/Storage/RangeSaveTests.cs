namespace Msp.Customers.Tests.Storage;

public sealed class RangeSaveTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("organization-name.duplicate")]
    [InlineData("reference.duplicate")]
    [InlineData("customer.duplicate-id")]
    public async Task Two_customers_of_one_save_cannot_have_the_same_unique_value_and_nothing_is_stored(string code)
    {
        var (one, other) = (Valid.Draft("A"), Valid.Draft("B"));
        (one.Id, other.Id) = ("1", "2");
        _ = code switch
        {
            "organization-name.duplicate" => other.OrganizationName = "a  TRADERS",
            "reference.duplicate" => other.References[0].Id = "A",
            _ => other.Id = "1",
        };

        var save = host.Customers.Awaiting(c =>
            c.AddRangeAsync([
                Valid.Customer(),
                Customer.Register(one, host.Terms, Valid.Today),
                Customer.Register(other, host.Terms, Valid.Today),
            ])
        );

        (await save.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Select(v => v.Code).Should().Equal(code);
        (await host.Customers.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Two_customers_changed_in_one_save_cannot_take_the_same_name_and_nothing_is_stored()
    {
        var added = (await host.Customers.AddRangeAsync([Valid.Customer("A"), Valid.Customer("B")])).ToList();
        var stock = await host.StoredStateAsync();
        foreach (var customer in added)
        {
            var draft = customer.ToDraft();
            draft.OrganizationName = "Wanted";
            customer.Edit(draft, host.Terms);
        }

        var save = host.Customers.Awaiting(c => c.UpdateRangeAsync(added));

        (await save.Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Select(v => v.Code)
            .Should()
            .Equal("organization-name.duplicate");
        (await host.StoredStateAsync()).Should().Be(stock);
    }

    [Theory]
    [InlineData(0, typeof(RuleViolationException))]
    [InlineData(1, typeof(Msp.Customers.ConcurrencyException))]
    public async Task The_first_failing_customer_of_a_range_determines_the_exception(int refused, Type expected)
    {
        var added = (await host.Customers.AddRangeAsync([Valid.Customer("A"), Valid.Customer("B")])).ToList();
        var other = (await host.Customers.GetByIdAsync(added[1 - refused].Id))!;
        other.RemoveContact(1);
        await host.Customers.UpdateAsync(other);
        var draft = added[refused].ToDraft();
        draft.StorageRegions = [];
        added[refused].Edit(draft, host.Terms);
        added[1 - refused].RemoveContact(2);

        var thrown = await host.Customers.Awaiting(c => c.UpdateRangeAsync(added)).Should().ThrowAsync<Exception>();

        thrown.Which.Should().BeOfType(expected);
    }

    [Fact]
    public async Task Two_plans_of_one_save_cannot_have_the_same_id()
    {
        var save = host.Plans.Awaiting(p => p.AddRangeAsync([Valid.Plan(), Valid.Plan()]));

        (await save.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Select(v => v.Code).Should().Equal("plan.duplicate-id");
        (await host.Plans.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Two_plans_of_one_save_cannot_have_the_same_name_if_that_is_an_error()
    {
        using var strict = new Host(o => o.Rules.SetSeverity("plan.duplicate-name", Severity.Error));
        var other = Valid.PlanDraft("silver");
        other.Name = Valid.Plan().Name.ToUpperInvariant();

        var save = strict.Plans.Awaiting(p => p.AddRangeAsync([Valid.Plan(), Msp.Customers.ServicePlan.Create(other)]));

        (await save.Should().ThrowAsync<RuleViolationException>())
            .Which.Violations.Select(v => v.Code)
            .Should()
            .Equal("plan.duplicate-name");
        (await strict.Plans.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_customer_that_is_passed_twice_is_added_changed_and_deleted_once()
    {
        var customer = Valid.Customer();
        (await host.Customers.AddRangeAsync([customer, customer])).Should().Equal(customer);
        customer.Close(Valid.Today, CustomerTerms.Default);
        (await host.Customers.UpdateRangeAsync([customer, customer])).Should().Be(1);
        host.Clock.AdvanceDays(91);

        (await host.Customers.DeleteRangeAsync([customer, customer])).Should().Be(1);
        (await host.Customers.AnyAsync()).Should().BeFalse();
    }
}
