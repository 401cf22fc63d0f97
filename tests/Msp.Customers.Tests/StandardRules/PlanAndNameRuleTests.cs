namespace Msp.Customers.Tests.StandardRules;

public sealed class PlanAndNameRuleTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_customer_keeps_a_retired_plan_and_no_other_customer_can_choose_it()
    {
        var plan = await host.AddPlanAsync();
        var customer = await host.AddAsync(OnGold("Northwind"));
        var retired = plan.ToDraft();
        retired.IsRetired = true;
        plan.Edit(retired);
        await host.Plans.UpdateAsync(plan);
        customer.RemoveContact(2);

        await host.Customers.UpdateAsync(customer);
        (await host.Customers.CheckAsync(Customer.Register(OnGold("Contoso"), host.Terms, Valid.Today)))
            .Select(v => v.Code)
            .Should()
            .Equal("plan.retired");
    }

    [Fact]
    public async Task A_plan_without_allowed_regions_allows_every_region_and_regions_are_case_insensitive()
    {
        await host.AddPlanAsync();
        await host.AddPlanAsync(p => (p.Id, p.AllowedRegions) = ("silver", ["EU-Central-1"]));
        await host.AddAsync(OnGold("Northwind"));
        var silver = OnGold("Contoso");
        (silver.ServicePlan, silver.StorageRegions) = ("silver", ["eu-central-1", "US-East-1"]);

        var found = await host.Customers.CheckAsync(Customer.Register(silver, host.Terms, Valid.Today));

        var violation = found.Should().ContainSingle().Subject;
        (violation.Code, violation.Path, violation.Message)
            .Should()
            .Be(("region.not-allowed", "StorageRegions[1]", "The service plan silver does not allow the region us-east-1."));
    }

    [Fact]
    public async Task A_customer_keeps_a_region_that_its_plan_no_longer_allows_and_cannot_add_another()
    {
        var plan = await host.AddPlanAsync();
        await host.AddPlanAsync(p => (p.Id, p.AllowedRegions) = ("silver", ["us-east-1"]));
        var customer = await host.AddAsync(OnGold("Northwind"));
        var narrowed = plan.ToDraft();
        narrowed.AllowedRegions = ["us-east-1"];
        plan.Edit(narrowed);
        await host.Plans.UpdateAsync(plan);

        customer.Suspend(SuspensionReason.NonPayment, Valid.Today);
        await host.Customers.UpdateAsync(customer);

        var draft = customer.ToDraft();
        draft.StorageRegions.Add("ap-south-1");
        customer.Edit(draft, host.Terms);
        (await host.Customers.CheckAsync(customer))
            .Select(v => $"{v.Code} {v.Values["Region"]}")
            .Should()
            .Equal("region.not-allowed ap-south-1");
        draft.ServicePlan = "silver";
        draft.StorageRegions.RemoveAt(1);
        customer.Edit(draft, host.Terms);
        (await host.Customers.CheckAsync(customer))
            .Select(v => $"{v.Code} {v.Values["Region"]}")
            .Should()
            .Equal("region.not-allowed eu-central-1");
    }

    [Fact]
    public async Task Regions_can_be_added_and_each_removed_region_is_reported()
    {
        var draft = Valid.Draft();
        draft.StorageRegions = ["b", "a"];
        var customer = await host.AddAsync(draft);
        var edit = customer.ToDraft();
        edit.StorageRegions = ["A", "c"];
        customer.Edit(edit, host.Terms);
        (await host.Customers.CheckAsync(customer))
            .Select(v => v.Message)
            .Should()
            .Equal("The region b cannot be removed because it may contain data.");
        edit.StorageRegions = ["c", "b", "a"];
        customer.Edit(edit, host.Terms);

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_customer_can_respell_its_own_name_and_references()
    {
        var customer = await host.AddAsync(Valid.Draft());
        var edit = customer.ToDraft();
        (edit.OrganizationName, edit.References[0].System) = ("NORTHWIND  TRADERS", "PSA");
        customer.Edit(edit, host.Terms);

        await host.Customers.UpdateAsync(customer);
        (await host.Customers.GetByIdAsync(customer.Id))!.Account.OrganizationName.Should().Be("NORTHWIND  TRADERS");
    }

    [Fact]
    public async Task Two_customers_can_have_the_same_account_name_and_it_can_be_changed()
    {
        await host.AddAsync(Valid.Draft());
        var draft = Valid.Draft("Contoso");
        draft.AccountName = "Northwind";
        var customer = await host.AddAsync(draft);
        draft = customer.ToDraft();
        draft.AccountName = "Contoso";
        customer.Edit(draft, host.Terms);

        (await host.Customers.CheckAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_that_its_customer_no_longer_uses_is_free()
    {
        var first = await host.AddAsync(Valid.Draft());
        var edit = first.ToDraft();
        (edit.OrganizationName, edit.References) = ("Northwind Retired", []);
        first.Edit(edit, host.Terms);
        await host.Customers.UpdateAsync(first);
        var second = Valid.Draft();
        second.Id = "c-2";

        await host.AddAsync(second);
        (await host.Customers.CountAsync()).Should().Be(2);
    }

    private static CustomerDraft OnGold(string name)
    {
        var draft = Valid.Draft(name);
        draft.ServicePlan = "gold";
        return draft;
    }
}
