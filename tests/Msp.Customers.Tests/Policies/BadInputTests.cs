using Msp.Customers.Contacts;
using Msp.Customers.Plans;
using Msp.Customers.Policies;
using Msp.Customers.Queries;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Policies;

// A row of bad input of every kind: refused with its code at its member, and nothing else is lost.
public sealed class BadInputTests
{
    private static readonly LocalDate Past = Valid.Today.PlusDays(-1);

    // Draft rules: what is done to a valid draft, and where the fault is told.
    private static readonly (string Code, string Path, Action<CustomerDraft> Break)[] Drafts =
    [
        ("field.required", "AccountName", d => d.AccountName = " "),
        ("field.required", "OrganizationName", d => d.OrganizationName = null),
        ("field.required", "Contacts[1].Name", d => d.Contacts[1].Name = ""),
        ("field.required", "StorageRegions[0]", d => d.StorageRegions[0] = null),
        ("field.required", "References[0].System", d => d.References[0].System = null),
        ("field.required", "References[0].Id", d => d.References[0].Id = " "),
        ("field.too-long", "AccountName", d => d.AccountName = new string('x', 257)),
        ("field.too-long", "Address", d => d.Address = new string('x', 1025)),
        ("field.too-long", "PhoneNumber", d => d.PhoneNumber = "+" + new string('1', 30)),
        ("field.too-long", "Contacts[0].Email", d => d.Contacts[0].Email = new string('x', 249) + "@x.org"),
        ("field.too-long", "Id", d => d.Id = new string('x', 129)),
        ("field.too-long", "TimeZone", d => d.TimeZone = new string('x', 65)),
        ("field.too-long", "ServicePlan", d => d.ServicePlan = new string('x', 129)),
        ("field.control-characters", "OrganizationName", d => d.OrganizationName = "a\0b"),
        ("field.control-characters", "AccountName", d => d.AccountName = "a\nb"),
        ("field.control-characters", "Address", d => d.Address = "a\tb"),
        ("field.malformed", "Contacts[0].Name", d => d.Contacts[0].Name = "\uD83D"),
        ("list.too-long", "StorageRegions", d => d.StorageRegions = [.. Enumerable.Range(0, 5001).Select(n => $"r{n}")]),
        ("list.item-missing", "Quotas[1]", d => d.Quotas.Add(null!)),
        ("list.item-missing", "Contacts[2]", d => d.Contacts.Add(null!)),
        ("list.item-missing", "References[1]", d => d.References.Add(null!)),
        ("list.number-repeated", "Quotas[1].Number", d => { d.Quotas[0].Number = 1; d.Quotas.Add(Valid.Quota()); d.Quotas[1].Number = 1; }),
        ("list.number-repeated", "Contacts[1].Number", d => d.Contacts[0].Number = d.Contacts[1].Number = 4),
        ("phone-number.unreadable", "PhoneNumber", d => d.PhoneNumber = "call me"),
        ("phone-number.unreadable", "Contacts[0].PhoneNumber", d => d.Contacts[0].PhoneNumber = "12"),
        ("email.unreadable", "Contacts[0].Email", d => d.Contacts[0].Email = "ada"),
        ("contact.email-repeated", "Contacts[1].Email", d => d.Contacts[1].Email = "ADA@northwind.example "),
        ("contact.second-primary", "Contacts[1].IsPrimary", d => d.Contacts[1].IsPrimary = true),
        ("contact.roles-unknown", "Contacts[1].Roles", d => d.Contacts[1].Roles = (ContactRoles)64),
        ("time-zone.unknown", "TimeZone", d => d.TimeZone = "Europe/Atlantis"),
        ("tenant-type.unknown", "TenantType", d => d.TenantType = (TenantType)9),
        ("date.out-of-range", "LicenseExpiryDate", d => d.LicenseExpiryDate = new LocalDate(0, 1, 1)),
        ("date.out-of-range", "Quotas[0].EndDate", d => d.Quotas[0].EndDate = Valid.Today.WithCalendar(CalendarSystem.Julian)),
        ("quota.effective-date-missing", "Quotas[0].EffectiveDate", d => d.Quotas[0].EffectiveDate = null),
        ("quota.ends-before-it-starts", "Quotas[0].EndDate", d => d.Quotas[0].EndDate = Past),
        ("quota.credits-missing", "Quotas[0].Credits", d => d.Quotas[0].Credits = null),
        ("quota.credits-and-unlimited", "Quotas[0].Unlimited", d => d.Quotas[0].Unlimited = true),
        ("quota.credits-not-positive", "Quotas[0].Credits", d => d.Quotas[0].Credits = 0),
        ("quota.credits-not-positive", "Quotas[0].Credits", d => d.Quotas[0].Credits = -0.5m),
        ("quota.credits-too-fine", "Quotas[0].Credits", d => d.Quotas[0].Credits = 1.0000001m),
        ("quota.credits-too-large", "Quotas[0].Credits", d => d.Quotas[0].Credits = decimal.MaxValue),
        ("date.unreadable", "LicenseExpiryDate", d => d.LicenseExpiryDate = OutsideDate.Read("01/02/2026", "LicenseExpiryDate", d.Unreadable)),
        ("value.unknown", "TenantType", d => new OutsideNames<TenantType>().Read("Expired", "TenantType", d.Unreadable)),
        ("contact.number-unknown", "Contacts[0].Number", d => d.Contacts[0].Number = 7),
        ("quota.number-unknown", "Quotas[0].Number", d => d.Quotas[0].Number = 7),
    ];

    // Policies on saving: what is done to a stored, valid customer or to a new draft.
    private static readonly (string Code, string Path, Func<Host, Task> Break)[] Saves =
    [
        ("customer.registered-already", "Id", async h => { await h.AddAsync(Draft(d => d.Id = "c")); await h.AddAsync(Draft(d => { d.Id = "c"; d.OrganizationName = "Other"; d.References.Clear(); })); }),
        ("organization-name.taken", "OrganizationName", async h => { await h.AddAsync(Draft()); await h.AddAsync(Draft(d => { d.OrganizationName = "NORTHWIND  traders"; d.References.Clear(); })); }),
        ("reference.taken", "References[0]", async h => { await h.AddAsync(Draft()); await h.AddAsync(Draft(d => { d.OrganizationName = "Other"; d.References[0].System = "PSA"; })); }),
        ("plan.unknown", "ServicePlan", h => h.AddAsync(Draft(d => d.ServicePlan = "none"))),
        ("plan.retired", "ServicePlan", async h => { await h.AddPlanAsync(p => p.IsRetired = true); await h.AddAsync(Draft(d => d.ServicePlan = "gold")); }),
        ("region.not-allowed", "StorageRegions[0]", async h => { await h.AddPlanAsync(p => p.AllowedRegions.Add("us-east-1")); await h.AddAsync(Draft(d => d.ServicePlan = "gold")); }),
        ("region.removed", "StorageRegions", h => EditAsync(h, d => d.StorageRegions.Clear())),
        ("tenant-type.one-way", "TenantType", h => EditAsync(h, d => d.TenantType = TenantType.Evaluation, TenantType.Commercial)),
        ("evaluation.too-long", "EvaluationEndDate", async h => { var c = await h.AddAsync(Draft()); c.ExtendEvaluation(30); await h.Customers.UpdateAsync(c); c.ExtendEvaluation(1); await h.Customers.UpdateAsync(c); }),
        ("evaluation.extended-too-far", "EvaluationEndDate", async h => { var c = await h.AddAsync(Draft()); c.ExtendEvaluation(31); await h.Customers.UpdateAsync(c); }),
        ("evaluation.over", "EvaluationEndDate", async h => { var c = await h.AddAsync(Draft()); h.Clock.AdvanceDays(30); c.ExtendEvaluation(1); await h.Customers.UpdateAsync(c); }),
        ("quota.customer-not-active", "Quotas[1]", async h => { var c = await h.AddAsync(Draft()); c.Suspend(SuspensionReason.NonPayment, Valid.Today); c.AddQuota(Valid.Quota(), Valid.Rules); await h.Customers.UpdateAsync(c); }),
        ("quota.customer-not-active", "Quotas[0]", async h => { var c = await h.AddAsync(Draft()); c.Close(Valid.Today, CustomerTerms.Default); c.ChangeQuota(new QuotaDraft { Number = 1, Unlimited = true, EffectiveDate = Valid.Today }, Valid.Rules); await h.Customers.UpdateAsync(c); }),
        ("quota.ends-in-the-past", "Quotas[0].EndDate", h => h.AddAsync(Draft(d => { d.Quotas[0].EffectiveDate = Past; d.Quotas[0].EndDate = Past; }))),
        ("plan.exists-already", "Id", async h => { await h.AddPlanAsync(); await h.AddPlanAsync(p => p.Name = "Other"); }),
    ];

    private static readonly (string Code, string Path, Func<Host, Task> Break)[] Others =
    [
        ("removal.not-closed", "Status", async h => await h.Customers.DeleteAsync(await h.AddAsync(Draft()))),
        ("removal.quota-not-ended", "Quotas[0]", async h => await h.Customers.DeleteAsync(await h.AddAsync(Draft()))),
        ("removal.retention-running", "RetentionDate", async h => { var c = await h.AddAsync(Draft()); c.Close(Valid.Today, CustomerTerms.Default); await h.Customers.UpdateAsync(c); await h.Customers.DeleteAsync(c); }),
        // Closed long ago in hand, and not in storage: what is stored decides.
        ("removal.not-closed", "Status", async h => { var c = await h.AddAsync(Draft()); c.Close(Valid.Today.PlusDays(-1000), CustomerTerms.Default); await h.Customers.DeleteAsync(c); }),
        ("removal.plan-in-use", "", async h => { var plan = await h.AddPlanAsync(); await h.AddAsync(Draft(d => d.ServicePlan = "gold")); await h.Plans.DeleteAsync(plan); }),
        ("status.move-not-allowed", "Status", async h => (await h.AddAsync(Draft())).Resume()),
        ("status.retention-over", "RetentionDate", async h => { var c = await h.AddAsync(Draft()); c.Close(Valid.Today, CustomerTerms.Default); c.Reopen(Valid.Today.PlusDays(91)); }),
        ("evaluation.none", "TenantType", async h => (await h.AddAsync(Draft(d => d.TenantType = TenantType.Sandbox))).ExtendEvaluation(1)),
        ("page.token-unreadable", "Token", h => h.Customers.PageAsync(new CustomerPageRequest { Token = "nonsense" })),
        ("plan.edition-missing", "Edition", h => h.AddPlanAsync(p => p.Edition = (Edition)7)),
        ("plan.list-too-long", "Features", h => h.AddPlanAsync(p => p.Features = [.. Enumerable.Repeat("x", 5001)])),
        ("field.required", "Id", h => h.AddPlanAsync(p => p.Id = null)),
        ("field.malformed", "Features[0]", h => h.AddPlanAsync(p => p.Features[0] = "\uDE00")),
    ];

    // Warnings: saved all the same, and told by a dry run.
    private static readonly (string Code, string Path, Action<CustomerDraft> Change)[] Warnings =
    [
        ("quota.overlaps", "Quotas[1]", d => d.Quotas.Add(Valid.Quota())),
        ("quota.beyond-license", "Quotas[0].EndDate", d => d.LicenseExpiryDate = Valid.Today),
        ("quota.beyond-evaluation", "Quotas[0].EndDate", d => d.Quotas[0].EndDate = Valid.Today.PlusDays(30)),
        ("license.already-expired", "LicenseExpiryDate", d => d.LicenseExpiryDate = Past),
    ];

    [Fact]
    public void A_broken_draft_is_refused_with_the_code_at_its_member_and_keeps_all_it_holds()
    {
        foreach (var (code, path, breakIt) in Drafts)
        {
            var draft = Valid.Draft();
            breakIt(draft);
            var before = System.Text.Json.JsonSerializer.Serialize(draft);

            var refused = Refused(() => Customer.Register(draft, Valid.Rules, Valid.Today));

            refused.Should().Contain(v => v.Code == code && v.Path == path, "{0} at {1}", code, path);
            System.Text.Json.JsonSerializer.Serialize(draft).Should().Be(before);
        }
    }

    [Fact]
    public async Task A_change_that_breaks_a_policy_is_refused_with_the_code_at_its_member()
    {
        foreach (var (code, path, breakIt) in Saves.Concat(Others))
        {
            using var host = new Host();

            var refused = (await host.Awaiting(breakIt).Should().ThrowAsync<RuleViolationException>(code)).Which;

            refused.Violations.Should().Contain(v => v.Code == code && v.Path == path && v.Severity == Severity.Error, "{0} at {1}", code, path);
        }
    }

    [Fact]
    public async Task What_only_warns_is_saved_and_told_by_a_dry_run()
    {
        foreach (var (code, path, change) in Warnings)
        {
            using var host = new Host();
            var customer = Customer.Register(Draft(change), Valid.Rules, Valid.Today);

            (await host.Customers.CheckAsync(customer)).Should().Contain(v => v.Code == code && v.Path == path && v.Severity == Severity.Warning, code);
            (await host.Customers.CountAsync()).Should().Be(0);
            await host.Customers.AddAsync(customer);
            (await host.Customers.CountAsync()).Should().Be(1);
        }
    }

    [Fact]
    public async Task Rules_that_are_off_by_default_hold_once_a_host_sets_them()
    {
        using var host = new Host(o =>
        {
            o.Rules.AccountNameIsFixed = true;
            o.Rules.RequiredFields = CustomerFields.Address | CustomerFields.Contact | CustomerFields.CreditQuota | CustomerFields.LicenseExpiryDate | CustomerFields.StorageRegion | CustomerFields.PhoneNumber | CustomerFields.ServicePlan;
        });
        var bare = new CustomerDraft { AccountName = "a", OrganizationName = "b" };
        Refused(() => Customer.Register(bare, host.Rules, Valid.Today)).Select(v => (v.Code, v.Path)).Should().BeEquivalentTo(
        [
            ("field.required", "Address"), ("field.required", "PhoneNumber"), ("field.required", "ServicePlan"), ("detail.required", "StorageRegions"),
            ("detail.required", "Quotas"), ("detail.required", "LicenseExpiryDate"), ("detail.required", "Contacts"),
        ]);

        await host.AddPlanAsync();
        var customer = await host.AddAsync(Draft(d => d.ServicePlan = "gold"));
        var draft = customer.ToDraft();
        draft.AccountName = "Southwind";
        customer.Edit(draft, host.Rules);
        (await host.Customers.CheckAsync(customer)).Should().Contain(v => v.Code == "account-name.fixed");
    }

    [Fact]
    public async Task The_name_of_a_second_plan_warns()
    {
        using var host = new Host();
        await host.AddPlanAsync();

        var violations = await host.Plans.CheckAsync(ServicePlan.Create(new PlanDraft { Id = "p2", Name = "PLAN gold", Edition = Edition.Elite }, Valid.PlanRules));

        violations.Should().ContainSingle().Which.Code.Should().Be("plan.name-taken");
    }

    [Fact]
    public void No_rule_is_left_untried()
    {
        var tried = Drafts.Select(t => t.Code).Concat(Saves.Select(t => t.Code)).Concat(Others.Select(t => t.Code)).Concat(Warnings.Select(t => t.Code))
            .Concat(["account-name.fixed", "detail.required", "plan.name-taken"]);

        StandardRules.All().Select(r => r.Code).Should().BeSubsetOf(tried);
    }

    [Fact]
    public void All_violations_are_told_at_once()
    {
        var draft = new CustomerDraft { AccountName = "a\0", Quotas = { new QuotaDraft { Credits = -1, EffectiveDate = Valid.Today, EndDate = Past } }, Contacts = { new ContactDraft { Email = "x" } } };

        Refused(() => Customer.Register(draft, Valid.Rules, Valid.Today)).Select(v => v.Code).Should().BeEquivalentTo(
            "field.required", "field.required", "field.control-characters", "quota.ends-before-it-starts", "quota.credits-not-positive", "email.unreadable");
    }

    [Fact]
    public void No_violation_repeats_what_a_person_is_called_or_reached_by()
    {
        var draft = Valid.Draft("Secretname");
        draft.Address = "Secretstreet\t1";
        draft.PhoneNumber = "Secretphone";
        draft.Contacts[0].Email = "secret@@mail";
        draft.Contacts[1].Name = "Secretperson\0";

        foreach (var violation in Refused(() => Customer.Register(draft, Valid.Rules, Valid.Today)))
        {
            $"{violation} {string.Join(' ', violation.Values)}".Should().NotContainEquivalentOf("secret");
        }
    }

    private static CustomerDraft Draft(Action<CustomerDraft>? change = null)
    {
        var draft = Valid.Draft();
        change?.Invoke(draft);
        return draft;
    }

    private static async Task EditAsync(Host host, Action<CustomerDraft> change, TenantType type = TenantType.Evaluation)
    {
        var customer = await host.AddAsync(Draft(d => d.TenantType = type));
        var draft = customer.ToDraft();
        change(draft);
        customer.Edit(draft, Valid.Rules);
        await host.Customers.UpdateAsync(customer);
    }

    private static IReadOnlyList<Violation> Refused(Action action) => action.Should().Throw<RuleViolationException>().Which.Violations;
}
