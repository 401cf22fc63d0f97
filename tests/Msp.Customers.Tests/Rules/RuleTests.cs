using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class RuleTests
{
    private static readonly RuleDescriptor First = new("b.b", Severity.Error, "Always.");
    private static readonly RuleDescriptor Second = new("a.a", Severity.Error, "Always.");

    [Fact]
    public async Task Every_change_rule_is_evaluated_and_all_violations_are_reported_in_order()
    {
        using var host = new Host(o => o.Rules.Add(new Always(First, Second)).Add(new Always(Second)));
        var customer = Valid.Customer();

        (await host.Customers.CheckAsync(customer)).Select(v => v.Code).Should().Equal("b.b", "a.a", "a.a");
        (await host.Customers.CheckDeletionAsync(customer)).Should().BeEmpty();
    }

    [Fact]
    public async Task Only_deletion_rules_are_evaluated_for_a_deletion()
    {
        using var host = new Host(o => o.Rules.Add(new Always(First)).Add(new Blocks(Second)).SetSeverity("b.b", Severity.Warning));
        var customer = await host.Customers.AddAsync(Valid.Customer("Contoso"));

        (await host.Customers.CheckDeletionAsync(customer)).Select(v => v.Code).Should().EndWith("a.a").And.NotContain("b.b");
    }

    [Fact]
    public async Task The_severities_of_the_host_apply_to_changes_and_deletions()
    {
        using var host = new Host(o =>
            o.Rules.Add(new Always(First)).Add(new Blocks(Second)).SetSeverity("b.b", Severity.Warning).SetSeverity("a.a", Severity.Warning)
        );
        var customer = Valid.Customer();

        (await host.Customers.SaveAsync(customer)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        (await host.Customers.CheckDeletionAsync(customer)).Single(v => v.Code == "a.a").Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public async Task One_code_of_a_rule_with_several_codes_can_be_removed_and_replaced()
    {
        using var host = new Host(o =>
            o.Rules.Remove("quota.ends-after-license")
                .Add(new Always(new RuleDescriptor("quota.ends-after-license", Severity.Warning, "Ours.")))
        );
        var draft = Valid.Draft();
        draft.Quotas[0].EndDate = null;

        (await host.Customers.CheckAsync(draft))
            .Select(v => (v.Code, v.Message))
            .Should()
            .Equal(
                ("quota.ends-after-evaluation", "The quota ends after the evaluation, whose last day is 2026-03-30."),
                ("quota.ends-after-license", "Ours.")
            );
    }

    [Fact]
    public async Task A_replacement_rule_can_report_a_descriptor_of_the_library()
    {
        var removed = Codes.All.Single(c => c.Code == "email.invalid");
        using var host = new Host(o => o.Rules.Remove("email.invalid").Add(new Always(removed)));

        (await host.Customers.CheckAsync(Valid.Draft())).Should().ContainSingle().Which.Code.Should().Be("email.invalid");
    }

    [Fact]
    public async Task Several_changes_are_evaluated_in_one_call_and_each_has_its_own_violations()
    {
        using var host = new Host(o => o.Rules.Add(new WithTimeZone(Second)).Add(new Always(First)).SetSeverity("a.a", Severity.Warning));
        var draft = Valid.Draft("Other");
        draft.TimeZone = "Europe/Berlin";
        var zoned = Customer.Register(draft, CustomerTerms.Default, Valid.Today);

        var found = await host.Customers.CheckRangeAsync([Valid.Customer(), zoned, Valid.Customer("Third")]);

        found.Select(f => string.Join(' ', f.Select(v => v.Code))).Should().Equal("b.b", "a.a b.b", "b.b");
        found[1][0].Severity.Should().Be(Severity.Warning);
        (await host.Customers.CheckRangeAsync([])).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_can_be_evaluated_without_storage()
    {
        var change = new Change<Customer>(null, Valid.Customer(), Valid.Today);

        new Always(First).Evaluate(change);

        change.Violations.Should().ContainSingle().Which.Code.Should().Be("b.b");
        change.IsNew.Should().BeTrue();
        new Change<Customer>(change.After, change.After, Valid.Today).IsNew.Should().BeFalse();
    }

    [Fact]
    public void An_asynchronous_rule_throws_when_it_is_evaluated_without_storage()
    {
        var evaluate = () => new WithTimeZone(First).Evaluate(new Change<Customer>(null, Valid.Customer(), Valid.Today));

        evaluate.Should().Throw<NotSupportedException>().WithMessage("*EvaluateAsync*");
    }

    [Fact]
    public void A_rule_without_a_code_is_refused()
    {
        var make = () => new Always();

        make.Should().Throw<ArgumentException>();
    }

    private sealed class Always(params RuleDescriptor[] codes) : SaveRule<Customer>(codes)
    {
        public override void Evaluate(Change<Customer> change)
        {
            foreach (var code in Codes)
            {
                change.Report(code, "");
            }
        }
    }

    private sealed class WithTimeZone(RuleDescriptor code) : SaveRule<Customer>(code)
    {
        public override async ValueTask EvaluateAsync(IReadOnlyList<Change<Customer>> changes, CancellationToken cancellationToken)
        {
            await Task.Yield();
            changes.Where(c => c.After.TimeZone is not null).ToList().ForEach(c => c.Report(code, ""));
        }
    }

    private sealed class Blocks(RuleDescriptor code) : DeletionRule<Customer>(code)
    {
        public override async ValueTask EvaluateAsync(IReadOnlyList<Deletion<Customer>> deletions, CancellationToken cancellationToken)
        {
            await Task.Yield();
            deletions.ToList().ForEach(d => d.Report(code, ""));
        }
    }
}
