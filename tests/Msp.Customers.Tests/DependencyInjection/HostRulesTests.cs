using Microsoft.Extensions.DependencyInjection;
using Msp.Customers.Rules;

namespace Msp.Customers.Tests.DependencyInjection;

// A host's own rules beside, and instead of, those that come along.
public sealed class HostRulesTests
{
    [Fact]
    public async Task A_removed_rule_is_not_asked()
    {
        using var host = new Host(o =>
            o.Rules.Remove("phone-number.unreadable").Remove("removal.not-closed").Remove("removal.quota-not-ended")
        );
        var draft = Valid.Draft();
        draft.PhoneNumber = "ask Ada";

        var customer = await host.AddAsync(draft);

        (await host.Customers.DeleteAsync(customer)).Should().Be(1);
    }

    [Fact]
    public void A_rule_is_replaced_by_another_with_its_code()
    {
        using var host = new Host(o => o.Rules.Remove("email.unreadable").Add(new CompanyEmailsOnly()));
        var draft = Valid.Draft();
        draft.Contacts[0].Email = "ada@mail.example";
        draft.Contacts[1].Email = "no address, ends in northwind.example";

        var violation = host.Rules.Check(draft).Should().ContainSingle().Subject;

        (violation.Code, violation.Path, violation.Message).Should().Be(("email.unreadable", "Contacts[0].Email", "Not northwind's."));
    }

    [Fact]
    public async Task A_policy_is_made_from_the_services_of_its_scope()
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
    public async Task A_hosts_own_reason_against_a_deletion_is_told_with_the_others()
    {
        using var host = new Host(o => o.Rules.AddRemoval(_ => new NeverDeleted()));
        var customer = await host.AddAsync(Valid.Draft());

        (await host.Customers.CheckRemovalAsync(customer))
            .Select(v => v.Code)
            .Should()
            .Equal("removal.not-closed", "removal.quota-not-ended", "removal.never");
    }

    [Fact]
    public async Task An_error_that_was_made_a_warning_lets_a_change_pass()
    {
        using var host = new Host(o =>
            o.Rules.SetSeverity("contact.email-repeated", Severity.Warning).SetSeverity("region.removed", Severity.Warning)
        );
        var draft = Valid.Draft();
        draft.Contacts[1].Email = draft.Contacts[0].Email;
        var customer = await host.AddAsync(draft);
        draft = customer.ToDraft();
        draft.StorageRegions = [];
        customer.Edit(draft, host.Rules);

        (await host.Customers.CheckAsync(customer)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        (await host.Customers.UpdateAsync(customer)).Should().Be(1);
    }

    [Fact]
    public async Task Two_customers_share_a_name_where_that_is_but_a_warning()
    {
        using var host = new Host(o => o.Rules.SetSeverity("organization-name.taken", Severity.Warning));
        await host.AddAsync(Valid.Draft());
        var draft = Valid.Draft();
        draft.References = [];
        var second = Customer.Register(draft, host.Rules, Valid.Today);

        (await host.Customers.CheckAsync(second)).Select(v => v.Code).Should().Equal("organization-name.taken");
        await host.Customers.AddAsync(second);
        (await host.Customers.CountAsync()).Should().Be(2);
    }

    private sealed class CompanyEmailsOnly() : DraftRule<CustomerDraft>("email.unreadable", Severity.Error, "Not northwind's.")
    {
        public override void Check(CustomerDraft draft, ref Findings found)
        {
            foreach (var (index, contact) in draft.Contacts.Index())
            {
                if (contact?.Email?.EndsWith("northwind.example", StringComparison.Ordinal) == false)
                {
                    found.Add(Violated($"Contacts[{index}].Email"));
                }
            }
        }
    }

    private sealed class Limit
    {
        public int Left { get; set; } = 1;
    }

    private sealed class AtMost(Limit limit) : PlainPolicy<Customer>("customers.too-many", Severity.Warning, "There are too many.")
    {
        public override void Judge(Change<Customer> change, ICollection<Violation> found)
        {
            if (limit.Left-- == 0)
            {
                found.Add(Violated(""));
            }
        }
    }

    private sealed class NeverDeleted() : RemovalPolicy<Customer>("removal.never", Severity.Error, "Customers are never deleted.")
    {
        public override ValueTask JudgeAsync(
            Customer stored,
            LocalDate today,
            ICollection<Violation> found,
            CancellationToken cancellationToken
        )
        {
            found.Add(Violated(""));
            return ValueTask.CompletedTask;
        }
    }
}
