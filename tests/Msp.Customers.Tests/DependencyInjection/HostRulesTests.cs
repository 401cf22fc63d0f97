using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Msp.Customers.Rules;
using Msp.Customers.Storage;

namespace Msp.Customers.Tests.DependencyInjection;

// A host's own rules, in addition to and instead of the standard rules.
public sealed class HostRulesTests
{
    [Fact]
    public async Task A_removed_rule_is_not_evaluated()
    {
        using var host = new Host(o =>
            o.Rules.Remove("phone-number.invalid").Remove("deletion.customer-not-closed").Remove("deletion.quota-not-ended")
        );
        var draft = Valid.Draft();
        draft.PhoneNumber = "ask Ada";

        var customer = await host.AddAsync(draft);

        (await host.Customers.DeleteAsync(customer)).Should().Be(1);
    }

    [Fact]
    public async Task A_rule_can_be_replaced_by_another_with_the_same_code()
    {
        using var host = new Host(o => o.Rules.Remove("email.invalid").Add(new CompanyEmailsOnly()));
        var draft = Valid.Draft();
        draft.Contacts[0].Email = "ada@mail.example";
        draft.Contacts[1].Email = "no address, ends in northwind.example";

        var violation = (await host.Customers.CheckAsync(draft)).Should().ContainSingle().Subject;

        (violation.Code, violation.Path, violation.Message).Should().Be(("email.invalid", "Contacts[0].Email", "Not northwind's."));
    }

    [Fact]
    public async Task A_rule_is_created_from_the_services_of_its_scope()
    {
        using var host = new Host(
            o => o.Rules.Add(s => new AtMost(s.GetRequiredService<Limit>())).SetSeverity("customers.too-many", Severity.Error),
            services => services.AddScoped<Limit>()
        );
        await host.AddAsync(Valid.Draft("A"));

        var refused = await host.Awaiting(h => h.AddAsync(Valid.Draft("B"))).Should().ThrowAsync<RuleViolationException>();

        refused.Which.Violations.Should().ContainSingle(v => v.Code == "customers.too-many" && v.Severity == Severity.Error);
    }

    [Fact]
    public async Task A_hosts_deletion_rule_is_reported_together_with_the_standard_rules()
    {
        using var host = new Host(o => o.Rules.Add(_ => new NeverDeleted()));
        var customer = await host.AddAsync(Valid.Draft());

        (await host.Customers.CheckDeletionAsync(customer))
            .Select(v => v.Code)
            .Should()
            .Equal("deletion.customer-not-closed", "deletion.quota-not-ended", "deletion.refused");
    }

    [Fact]
    public async Task An_error_that_is_lowered_to_a_warning_does_not_prevent_a_change()
    {
        using var host = new Host(o =>
            o.Rules.SetSeverity("contact.duplicate-email", Severity.Warning).SetSeverity("region.removed", Severity.Warning)
        );
        var draft = Valid.Draft();
        draft.Contacts[1].Email = draft.Contacts[0].Email;
        var customer = await host.AddAsync(draft);
        draft = customer.ToDraft();
        draft.StorageRegions = [];
        customer.Edit(draft, host.Terms);

        (await host.Customers.CheckAsync(customer)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        (await host.Customers.UpdateAsync(customer)).Should().Be(1);
    }

    [Fact]
    public async Task Two_customers_can_share_a_name_if_that_is_only_a_warning()
    {
        using var host = new Host(o => o.Rules.SetSeverity("organization-name.duplicate", Severity.Warning));
        await host.AddAsync(Valid.Draft());
        var draft = Valid.Draft();
        draft.References = [];
        var second = Customer.Register(draft, host.Terms, Valid.Today);

        (await host.Customers.CheckAsync(second)).Select(v => v.Code).Should().Equal("organization-name.duplicate");
        await host.Customers.AddAsync(second);
        (await host.Customers.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_plan_is_checked_by_the_hosts_own_rules()
    {
        using var host = new Host(o => o.Rules.Add(_ => new NamedAfterItsEdition()).Add(_ => new PlanNeverDeleted()));
        await host.Awaiting(h => h.AddPlanAsync(p => (p.Name, p.Edition) = ("Gold", Edition.Elite)))
            .Should()
            .ThrowAsync<RuleViolationException>()
            .Where(e => e.Violations.Single().Code == "plan.not-named-after-its-edition");
        var plan = await host.AddPlanAsync(p => (p.Name, p.Edition) = ("Elite Gold", Edition.Elite));

        (await host.Plans.CheckDeletionAsync(plan)).Select(v => v.Code).Should().Equal("plan.never-deleted");
    }

    [Fact]
    public async Task The_container_creates_a_rule_of_each_kind()
    {
        using var host = new Host(
            o =>
                o.Rules.Add<AtMost>()
                    .Add<NeverDeleted>()
                    .Add<NamedAfterItsEdition>()
                    .Add<PlanNeverDeleted>()
                    .SetSeverity("customers.too-many", Severity.Error),
            services => services.AddScoped<Limit>()
        );
        var customer = await host.AddAsync(Valid.Draft("A"));
        await host.Awaiting(h => h.AddAsync(Valid.Draft("B"))).Should().ThrowAsync<RuleViolationException>();

        (await host.Customers.CheckDeletionAsync(customer)).Should().Contain(v => v.Code == "deletion.refused");
        await host.Awaiting(h => h.AddPlanAsync(p => (p.Name, p.Edition) = ("Gold", Edition.Elite)))
            .Should()
            .ThrowAsync<RuleViolationException>();
        FluentActions
            .Invoking(() => new RuleOptions().Add<Rule>(_ => new NeverDeleted()))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("Rule must derive from SaveRule<T> or DeletionRule<T>*");
    }

    [Fact]
    public void The_severity_of_an_unknown_code_is_refused_with_the_nearest_code()
    {
        using var host = new Host(
            o => o.Rules.Add<AtMost>().Add(_ => new NeverDeleted()).SetSeverity("customers.too-few", Severity.Error),
            services => services.AddScoped<Limit>()
        );

        host.Invoking(h => h.Customers)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("Rules.SetSeverity: No rule has the code 'customers.too-few'. The most similar code is 'customers.too-many'.");
    }

    // The pattern in docs/rules.md: a rule reports only what the change makes worse.
    [Fact]
    public async Task A_new_rule_does_not_block_other_changes_of_customers_that_already_violate_it()
    {
        using var host = new Host(o => o.Rules.Add(_ => new NoQuotaForSandboxes()));
        var draft = Valid.Draft();
        draft.TenantType = TenantType.Sandbox;
        var earlier = Customer.Register(draft, host.Terms, Valid.Today);
        await host.Get<HostStore<Customer>>().Repository.AddAsync(earlier);

        var stored = (await host.Customers.GetByIdAsync(earlier.Id))!;
        stored.AddContact(new() { Name = "Edsger Example" });
        (await host.Customers.UpdateAsync(stored)).Should().Be(1);

        stored.AddQuota(Valid.Quota());
        await host.Awaiting(h => h.Customers.UpdateAsync(stored))
            .Should()
            .ThrowAsync<RuleViolationException>()
            .Where(e => e.Violations.Any(v => v.Code == "sandbox.with-quota"));
    }

    private sealed class NoQuotaForSandboxes() : SaveRule<Customer>(WithQuota)
    {
        private static readonly RuleDescriptor WithQuota = new("sandbox.with-quota", Severity.Error, "A sandbox has no quota.");

        public override void Evaluate(Change<Customer> change)
        {
            if (QuotasOf(change.After) > QuotasOf(change.Before))
            {
                change.Report(WithQuota, nameof(Customer.Quotas));
            }
        }

        private static int QuotasOf(Customer? customer) => customer is { TenantType: TenantType.Sandbox } ? customer.Quotas.Count : 0;
    }

    private sealed class NamedAfterItsEdition() : SaveRule<ServicePlan>(OtherName)
    {
        private static readonly RuleDescriptor OtherName = new(
            "plan.not-named-after-its-edition",
            Severity.Error,
            "The name does not begin with the edition."
        );

        public override void Evaluate(Change<ServicePlan> change)
        {
            if (!change.After.Name.StartsWith($"{change.After.Edition}", StringComparison.Ordinal))
            {
                change.Report(OtherName, nameof(ServicePlan.Name));
            }
        }
    }

    private sealed class PlanNeverDeleted() : DeletionRule<ServicePlan>(Never)
    {
        private static readonly RuleDescriptor Never = new("plan.never-deleted", Severity.Error, "Plans are never deleted.");

        public override void Evaluate(Deletion<ServicePlan> deletion) => deletion.Report(Never, "");
    }

    private sealed class CompanyEmailsOnly() : SaveRule<Customer>(Other)
    {
        private static readonly RuleDescriptor Other = new("email.invalid", Severity.Error, "Not northwind's.");

        public override void Evaluate(Change<Customer> change)
        {
            foreach (var (index, contact) in change.After.Contacts.Index())
            {
                if (contact.Email?.EndsWith("northwind.example", StringComparison.Ordinal) == false)
                {
                    change.Report(Other, $"Contacts[{index}].Email");
                }
            }
        }
    }

    private sealed class Limit
    {
        public int Left { get; set; } = 1;
    }

    private sealed class AtMost(Limit limit) : SaveRule<Customer>(TooMany)
    {
        private static readonly RuleDescriptor TooMany = new("customers.too-many", Severity.Warning, "There are too many.");

        public override void Evaluate(Change<Customer> change)
        {
            if (limit.Left-- == 0)
            {
                change.Report(TooMany, "");
            }
        }
    }

    private sealed class NeverDeleted() : DeletionRule<Customer>(Never)
    {
        private static readonly RuleDescriptor Never = new("deletion.refused", Severity.Error, "Customers are never deleted.");

        public override void Evaluate(Deletion<Customer> deletion) => deletion.Report(Never, "");
    }
}
