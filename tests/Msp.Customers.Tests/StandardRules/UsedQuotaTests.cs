using Msp.Customers.Usage;

namespace Msp.Customers.Tests.StandardRules;

// Quota 1: 100 credits, March; quota 2: 1000 credits, April. 60 are used in March.
public sealed class UsedQuotaTests : IDisposable
{
    private readonly Host host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task F03_A_quota_with_consumption_cannot_be_removed()
    {
        var customer = await UsedAsync();
        var draft = customer.ToDraft();
        draft.Quotas = [];

        var violation = (await host.Customers.CheckAsync(customer, draft)).Should().ContainSingle().Subject;

        (violation.Code, violation.Path, violation.Severity).Should().Be(("quota.in-use", "Quotas", Severity.Error));
        violation.Message.Should().Be("Quota 1 has 60 used or voided credits and cannot be removed. Void it instead.");
        await RefusedAsync(() => host.Customers.EditAsync(customer, draft));
        customer.Edit(draft, host.Terms);
        await RefusedAsync(() => host.Customers.UpdateAsync(customer));
        await RefusedAsync(() => host.Customers.SaveAsync(customer));
        await RefusedAsync(() => host.Customers.UpdateRangeAsync([customer]));
        (await OverageAsync(customer)).Should().Be(0);
    }

    [Fact]
    public async Task F03_A_quota_with_consumption_cannot_be_replaced_by_a_quota_with_another_number()
    {
        var customer = await UsedAsync();
        var draft = customer.ToDraft();
        draft.Quotas[0].Number = null;

        (await host.Customers.CheckAsync(customer, draft)).Select(v => v.Code).Should().Contain("quota.in-use");
    }

    [Fact]
    public async Task F03_A_quota_with_reserved_credits_cannot_be_removed()
    {
        var customer = await AddAsync();
        await host.Get<CreditReservations>().ReserveAsync(Usage(customer, 5), Duration.FromHours(1));
        var draft = customer.ToDraft();
        draft.Quotas.RemoveAt(0);

        (await host.Customers.CheckAsync(customer, draft)).Select(v => v.Code).Should().Equal("quota.in-use");
        host.Clock.Advance(Duration.FromHours(1));
        (await host.Customers.CheckAsync(customer, draft)).Should().BeEmpty();
    }

    [Fact]
    public async Task F03_A_quota_without_consumption_can_be_removed_also_after_its_usage_was_reversed()
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
    public async Task F03_A_quota_with_consumption_can_be_voided_and_its_usage_stays_covered()
    {
        var customer = await UsedAsync();
        host.Clock.AdvanceDays(15);
        customer.VoidQuota(1, Valid.Today.PlusDays(15));
        (await host.Customers.SaveAsync(customer)).Should().BeEmpty();

        (await OverageAsync(customer)).Should().Be(0);
    }

    [Fact]
    public async Task F03_A_host_can_remove_the_rules_on_used_quotas()
    {
        using var free = new Host(o => o.Rules.Remove("quota.in-use").Remove("quota.changes-consumption"));
        var customer = await free.AddAsync(Draft());
        await free.Get<UsageLedger>().PostAsync([Usage(customer, 60)]);
        var draft = customer.ToDraft();
        draft.Quotas.Clear();

        (await free.Customers.EditAsync(customer, draft)).Should().BeEmpty();
    }

    [Fact]
    public async Task F03_A_null_list_keeps_the_stored_items_and_an_empty_list_removes_them()
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
    public void F03_For_a_new_customer_a_null_list_is_empty()
    {
        var draft = Draft();
        (draft.Quotas, draft.Schedules, draft.Contacts, draft.References, draft.StorageRegions) = (null, null, null, null, null);

        draft.Check().Should().BeEmpty();
        var customer = Customer.Register(draft, CustomerTerms.Default, Valid.Today);
        (customer.Quotas.Count, customer.Contacts.Count, customer.References.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task F04_Decreasing_a_quota_below_its_consumption_shows_the_overage_before_the_save()
    {
        var customer = await host.AddAsync(Draft(1_000));
        await host.Get<UsageLedger>().PostAsync([Usage(customer, 600, day: 14)]);
        host.Clock.AdvanceDays(14);
        var draft = customer.ToDraft();
        draft.Quotas[0].Credits = 100;

        var warning = (await host.Customers.CheckAsync(customer, draft)).Should().ContainSingle().Subject;

        (warning.Code, warning.Path, warning.Severity).Should().Be(("quota.changes-consumption", "Quotas[0]", Severity.Warning));
        warning
            .Message.Should()
            .Be("Quota 1 covers 600 credits of the posted usage and would cover 100. The overage is 0 and would be 500.");
        (await OverageAsync(customer)).Should().Be(0);
        (await host.Customers.EditAsync(customer, draft)).Should().BeEquivalentTo([warning]);
        (await OverageAsync(customer)).Should().Be(500);
    }

    [Fact]
    public async Task F04_A_change_of_the_dates_the_limit_or_the_priority_shows_the_changed_consumption()
    {
        var customer = await UsedAsync();
        var one = "quota.changes-consumption Quotas[0] 60 0 0 60";
        (await CodesAsync(customer, d => d.Quotas[0].EffectiveDate = Valid.Today.PlusDays(1))).Should().Equal(one);
        (await CodesAsync(customer, d => d.Quotas[0].VoidedFrom = Valid.Today)).Should().Equal(one);
        (await CodesAsync(customer, d => d.Quotas[0].EndDate = Valid.Today.PlusDays(1))).Should().BeEmpty("nothing changes");
        (await CodesAsync(customer, d => d.Quotas[0].Credits = 1_000)).Should().BeEmpty("nothing changes");
        (await CodesAsync(customer, d => (d.Quotas[0].Credits, d.Quotas[0].Unlimited) = (null, true))).Should().BeEmpty("nothing changes");
        (await CodesAsync(customer, d => d.Address = null)).Should().BeEmpty("no quota is changed");
        (
            await CodesAsync(
                customer,
                d =>
                {
                    d.Quotas[1].EffectiveDate = Valid.Today;
                    d.Quotas[1].Priority = -1;
                }
            )
        ).Should().Equal("quota.overlaps", "quota.changes-consumption Quotas[0] 60 0 0 0", "quota.changes-consumption Quotas[1] 0 60 0 0");
    }

    [Fact]
    public async Task F04_A_host_can_make_a_changed_consumption_an_error()
    {
        using var strict = new Host(o => o.Rules.SetSeverity("quota.changes-consumption", Severity.Error));
        var customer = await strict.AddAsync(Draft());
        await strict.Get<UsageLedger>().PostAsync([Usage(customer, 60)]);
        var draft = customer.ToDraft();
        draft.Quotas[0].Credits = 10;

        await strict.Customers.Awaiting(c => c.EditAsync(customer, draft)).Should().ThrowAsync<RuleViolationException>();
    }

    // The table in docs/credits.md.
    [Fact]
    public async Task F04_A_plan_change_in_March_has_the_documented_effects()
    {
        var draft = Draft(310);
        draft.Quotas.RemoveAt(1);
        var customer = await host.AddAsync(draft);
        await host.Get<UsageLedger>().PostAsync([Usage(customer, 200, day: 9)]);
        host.Clock.AdvanceDays(15);
        var march = customer.Quotas[0].Period;
        var (early, late) = (new EffectivePeriod(march.EffectiveDate, Day(15)), new EffectivePeriod(Day(16), march.EndDate));
        var (small, large) = (Credits.Of(310), Credits.Of(1_000));
        var share = large.Prorated(late, march);
        (small.Prorated(early, march).Amount, share.Amount).Should().Be((150, 516.129033m));
        Credits.Of(690).Prorated(late, march).Amount.Should().Be(356.129033m);

        (await CodesAsync(customer, d => (d.Quotas[0].EndDate, d.Quotas[0].Credits) = (Day(15), 150), New(share)))
            .Should()
            .Equal("quota.changes-consumption Quotas[0] 200 150 0 50");
        (await CodesAsync(customer, d => d.Quotas[0].EndDate = Day(15), New(share))).Should().BeEmpty();
        (await CodesAsync(customer, d => d.Quotas[0].VoidedFrom = Day(16), New(share))).Should().BeEmpty();
        (await CodesAsync(customer, d => { }, New(Credits.Of(690).Prorated(late, march)))).Should().Equal("quota.overlaps");

        static LocalDate Day(int day) => new(2026, 3, day);

        QuotaDraft New(Credits credits) =>
            new()
            {
                Credits = credits.Amount,
                EffectiveDate = late.EffectiveDate,
                EndDate = late.EndDate,
            };
    }

    private async Task<IEnumerable<string>> CodesAsync(Customer customer, Action<CustomerDraft> change, QuotaDraft? quota = null)
    {
        var draft = customer.ToDraft();
        change(draft);
        if (quota is not null)
        {
            draft.Quotas.Add(quota);
        }

        return (await host.Customers.CheckAsync(customer, draft)).Select(v =>
            v.Code == "quota.changes-consumption"
                ? $"{v.Code} {v.Path} {v.Values["Before"]} {v.Values["After"]} {v.Values["OverageBefore"]} {v.Values["OverageAfter"]}"
                : v.Code
        );
    }

    private static CustomerDraft Draft(decimal credits = 100)
    {
        var draft = Valid.Draft();
        draft.TenantType = TenantType.Commercial;
        draft.Quotas =
        [
            new()
            {
                Credits = credits,
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
        (await action.Should().ThrowAsync<RuleViolationException>()).Which.Violations.Should().Contain(v => v.Code == "quota.in-use");
}
