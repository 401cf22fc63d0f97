namespace Msp.Customers.Tests.StandardRules;

public sealed class TooLargeTests
{
    [Fact]
    public void A_draft_with_too_many_items_is_refused_with_one_violation()
    {
        var draft = new CustomerDraft { StorageRegions = [.. Enumerable.Repeat<string?>(null, 1_000_000)] };

        Valid.Check(draft).Should().ContainSingle().Which.Code.Should().Be("list.too-long");
    }

    [Fact]
    public void The_lists_of_a_plan_have_at_most_5000_items()
    {
        var draft = Valid.PlanDraft();
        (draft.Features, draft.AllowedRegions) = ([.. Enumerable.Repeat<string?>("f", 5_000)], [.. Enumerable.Repeat<string?>("r", 5_000)]);
        draft.Check().Should().BeEmpty();

        (draft.Features, draft.AllowedRegions) = (
            [.. Enumerable.Repeat<string?>(null, 5_001)],
            [.. Enumerable.Repeat<string?>(null, 5_001)]
        );
        draft.Check().Select(v => $"{v.Code} {v.Path}").Should().Equal("plan.list-too-long Features", "plan.list-too-long AllowedRegions");
    }

    [Fact]
    public async Task A_customer_with_a_deleted_plan_can_be_suspended_and_cannot_choose_another_unknown_plan()
    {
        using var host = new Host(o => o.Rules.Remove("deletion.plan-in-use"));
        var plan = await host.AddPlanAsync();
        var draft = Valid.Draft();
        draft.ServicePlan = "gold";
        var customer = await host.AddAsync(draft);
        await host.Plans.DeleteAsync(plan);

        customer.Suspend(SuspensionReason.NonPayment, Valid.Today);
        await host.Customers.UpdateAsync(customer);

        draft = customer.ToDraft();
        draft.ServicePlan = "silver";
        customer.Edit(draft, CustomerTerms.Default);
        (await host.Customers.CheckAsync(customer)).Should().Contain(v => v.Code == "plan.not-found");
    }
}
