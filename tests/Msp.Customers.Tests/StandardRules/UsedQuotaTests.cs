using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.StandardRules;

// Quota 1: 100 credits, March; quota 2: 1000 credits, April. 60 are used in March.
public sealed class UsedQuotaTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task F03_A_quota_that_has_paid_usage_is_not_deleted()
    {
        var customer = await UsedAsync();
        var draft = customer.ToDraft();
        draft.Quotas = [];

        var violation = (await host.Customers.CheckAsync(customer, draft)).Should().ContainSingle().Subject;

        (violation.Code, violation.Path, violation.Severity).Should().Be(("quota.used", "Quotas", Severity.Error));
        violation.Message.Should().Be("Quota 1 pays 60 credits of usage and is not deleted; void it instead.");
        await RefusedAsync(() => host.Customers.EditAsync(customer, draft));
        customer.Edit(draft, host.Terms);
        await RefusedAsync(() => host.Customers.UpdateAsync(customer));
        await RefusedAsync(() => host.Customers.SaveAsync(customer));
        await RefusedAsync(() => host.Customers.UpdateRangeAsync([customer]));
        (await OverageAsync(customer)).Should().Be(0);
    }

    [Fact]
    public async Task F03_Nor_is_it_replaced_by_one_of_another_number()
    {
        var customer = await UsedAsync();
        var draft = customer.ToDraft();
        draft.Quotas[0].Number = null;

        (await host.Customers.CheckAsync(customer, draft)).Select(v => v.Code).Should().Contain("quota.used");
    }

    [Fact]
    public async Task F03_Nor_is_one_whose_credits_are_reserved()
    {
        var customer = await AddAsync();
        await host.Get<CreditReservations>().ReserveAsync(Usage(customer, 5), Duration.FromHours(1));
        var draft = customer.ToDraft();
        draft.Quotas.RemoveAt(0);

        (await host.Customers.CheckAsync(customer, draft)).Select(v => v.Code).Should().Equal("quota.used");
        host.Clock.Advance(Duration.FromHours(1));
        (await host.Customers.CheckAsync(customer, draft)).Should().BeEmpty();
    }

    [Fact]
    public async Task F03_One_that_has_paid_nothing_is_deleted_also_where_its_usage_was_taken_back()
    {
        var customer = await UsedAsync();
        var draft = customer.ToDraft();
        draft.Quotas.RemoveAt(1);
        (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();
        await host.Get<UsageLedger>().ReverseAsync(customer.Id, "key");
        draft = customer.ToDraft();
        draft.Quotas.Clear();

        (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();
        customer.Quotas.Should().BeEmpty();
    }

    [Fact]
    public async Task F03_It_is_voided_instead_and_its_usage_stays_paid()
    {
        var customer = await UsedAsync();
        host.Clock.AdvanceDays(15);
        customer.VoidQuota(1, Valid.Today.PlusDays(15));
        (await host.Customers.SaveAsync(customer)).Should().BeEmpty();

        (await OverageAsync(customer)).Should().Be(0);
    }

    [Fact]
    public async Task F03_A_host_may_remove_the_rule_and_one_without_storage_of_usage_has_none()
    {
        using var free = new Host(o => o.Rules.Remove("quota.used").Remove("quota.moves-usage"));
        var customer = await free.AddAsync(Draft());
        await free.Get<UsageLedger>().PostAsync([Usage(customer, 60)]);
        var draft = customer.ToDraft();
        draft.Quotas.Clear();

        (await free.Customers.EditAsync(customer, draft)).Should().BeEmpty();
    }

    [Fact]
    public async Task F03_A_list_that_is_null_leaves_what_is_stored_and_an_empty_one_takes_it_away()
    {
        var customer = await host.AddAsync(Draft());
        var before = customer.ToDraft();
        var draft = customer.ToDraft();
        (draft.Quotas, draft.Schedules, draft.Contacts, draft.References, draft.StorageRegions) = (null, null, null, null, null);
        draft.Address = "2 Harbour Road";

        (await host.Customers.CheckAsync(customer, draft)).Should().BeEmpty();
        (await host.Customers.EditAsync(customer, draft)).Should().BeEmpty();
        customer.Edit(draft, host.Terms);

        draft.Quotas.Should().BeNull("a draft is not changed");
        before.Address = "2 Harbour Road";
        customer.ToDraft().Should().BeEquivalentTo(before);
        draft = customer.ToDraft();
        (draft.Quotas, draft.Contacts, draft.References) = ([], [], []);
        customer.Edit(draft, host.Terms);
        (customer.Quotas.Count, customer.Contacts.Count, customer.References.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public void F03_For_a_new_customer_a_list_that_is_null_is_empty()
    {
        var draft = Draft();
        (draft.Quotas, draft.Schedules, draft.Contacts, draft.References, draft.StorageRegions) = (null, null, null, null, null);

        draft.Check().Should().BeEmpty();
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        (customer.Quotas.Count, customer.Contacts.Count, customer.References.Count).Should().Be((0, 0, 0));
    }

    private static CustomerDraft Draft()
    {
        var draft = Valid.Draft();
        draft.TenantType = TenantType.Commercial;
        draft.Quotas =
        [
            new()
            {
                Credits = 100,
                EffectiveDate = Valid.Today,
                EndDate = Valid.Today.PlusDays(30),
            },
            new()
            {
                Credits = 1_000,
                EffectiveDate = Valid.Today.PlusDays(31),
                EndDate = Valid.Today.PlusDays(60),
            },
        ];
        return draft;
    }

    private static UsageDraft Usage(Customer customer, decimal credits, int day = 0, string key = "key") =>
        new()
        {
            Customer = customer.Id.Value,
            Key = key,
            Date = Valid.Today.PlusDays(day),
            Credits = credits,
        };

    private Task<Customer> AddAsync() => host.AddAsync(Draft());

    private async Task<Customer> UsedAsync()
    {
        var customer = await AddAsync();
        await host.Get<UsageLedger>().PostAsync([Usage(customer, 60)]);
        return customer;
    }

    private async Task<decimal> OverageAsync(Customer customer) =>
        (await host.Get<CustomerCredits>().BalanceAsync(customer.Id, Valid.Today.PlusDays(90)))!.Overage;

    private static async Task RefusedAsync(Func<Task> action) =>
        (await action.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Should().Contain(v => v.Code == "quota.used");
}
