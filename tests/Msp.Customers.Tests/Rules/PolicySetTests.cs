using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class PolicySetTests
{
    private static readonly Change<Customer> New = new(null, Valid.Customer(), Valid.Today);

    [Fact]
    public async Task Every_policy_judges_and_all_violations_are_told_in_order()
    {
        var set = new PolicySet<Customer>([new Always("b.b"), new Always("a.a")]);

        (await set.JudgeAsync(New)).Select(v => v.Code).Should().Equal("b.b", "a.a");
        (await set.JudgeRemovalAsync(New.After, Valid.Today)).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_removal_policy_judges_a_deletion_and_no_other_does()
    {
        var set = new PolicySet<Customer>([new Always("a.a")], [new Blocks("c.c"), new Blocks("b.b")]);

        (await set.JudgeRemovalAsync(New.After, Valid.Today)).Select(v => v.Code).Should().Equal("c.c", "b.b");
    }

    [Fact]
    public async Task Severities_of_the_host_hold_for_both()
    {
        var softened = new SeverityMap([new("a.a", Severity.Warning), new("b.b", Severity.Warning)]);
        var set = new PolicySet<Customer>([new Always("a.a")], [new Blocks("b.b")], softened);

        (await set.JudgeAsync(New)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
        (await set.JudgeRemovalAsync(New.After, Valid.Today)).Should().ContainSingle().Which.Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public async Task Several_changes_are_told_each_its_own_in_the_order_of_the_policies()
    {
        var set = new PolicySet<Customer>(
            [new Always("b.b"), new OfZone("a.a"), new Always("c.c")],
            severities: new SeverityMap([new("a.a", Severity.Warning)])
        );
        var draft = Valid.Draft("Other");
        draft.TimeZone = "Europe/Berlin";
        var zoned = New with { After = Customer.Register(draft, Valid.Rules, Valid.Today) };

        var found = await set.JudgeAllAsync([New, zoned, New]);

        found.Select(f => string.Join(' ', f.Select(v => v.Code))).Should().Equal("b.b c.c", "b.b a.a c.c", "b.b c.c");
        found[1][1].Severity.Should().Be(Severity.Warning);
        (await set.JudgeAllAsync([])).Should().BeEmpty();
    }

    [Fact]
    public void A_change_of_what_is_not_stored_is_new()
    {
        New.IsNew.Should().BeTrue();
        (New with { Before = New.After }).IsNew.Should().BeFalse();
    }

    private sealed class Always(string code) : PlainPolicy<Customer>(code, Severity.Error, "Always.")
    {
        public override void Judge(Change<Customer> change, ICollection<Violation> found) => found.Add(Violated(""));
    }

    private sealed class OfZone(string code) : BatchPolicy<Customer>(code, Severity.Error, "Always.")
    {
        public override ValueTask JudgeAllAsync(IReadOnlyList<JudgedChange<Customer>> changes, CancellationToken cancellationToken)
        {
            changes.Where(c => c.Change.After.TimeZone is not null).ToList().ForEach(c => c.Found.Add(Violated("")));
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Blocks(string code) : RemovalPolicy<Customer>(code, Severity.Error, "Always.")
    {
        public override async ValueTask JudgeAsync(
            Customer stored,
            LocalDate today,
            ICollection<Violation> found,
            CancellationToken cancellationToken
        )
        {
            await Task.Yield();
            found.Add(Violated(""));
        }
    }
}
