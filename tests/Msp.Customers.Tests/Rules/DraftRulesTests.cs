using Msp.Customers.Contacts;
using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class DraftRulesTests
{
    [Fact]
    public void All_violations_of_a_draft_are_told_at_once()
    {
        var draft = Valid.Draft();
        (draft.AccountName, draft.PhoneNumber, draft.TenantType) = (null, "none", (TenantType)9);
        draft.Quotas[0].Credits = -1;
        draft.Contacts[1].Email = "nowhere";

        Valid
            .Rules.Check(draft)
            .Select(v => $"{v.Code} {v.Path}")
            .Should()
            .Equal(
                "field.required AccountName",
                "phone-number.unreadable PhoneNumber",
                "tenant-type.unknown TenantType",
                "quota.credits-not-positive Quotas[0].Credits",
                "email.unreadable Contacts[1].Email"
            );
    }

    [Fact]
    public void Violations_come_in_the_order_of_the_rules() =>
        new DraftRules<CustomerDraft>([new Always("b.b", Severity.Error), new Always("a.a", Severity.Error)])
            .Check(Valid.Draft())
            .Select(v => v.Code)
            .Should()
            .Equal("b.b", "a.a");

    [Fact]
    public void Checking_a_valid_draft_with_two_contacts_takes_no_memory()
    {
        var draft = Valid.Draft();
        draft.TimeZone = "Europe/Berlin";
        draft.Contacts.Should().HaveCount(2);
        long Measured()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                Valid.Rules.Check(draft);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Measured();

        Measured().Should().Be(0);
    }

    [Fact]
    public void A_warning_alone_lets_a_draft_pass_and_an_error_tells_the_warnings_too()
    {
        var warned = new DraftRules<CustomerDraft>([new Always("a.a", Severity.Warning)]);
        var refused = new DraftRules<CustomerDraft>([new Always("a.a", Severity.Warning), new Always("b.b", Severity.Error)]);

        warned.Demand(Valid.Draft());
        var demand = () => refused.Demand(Valid.Draft());

        demand
            .Should()
            .Throw<RuleViolationException>()
            .Which.Violations.Select(v => v.Severity)
            .Should()
            .Equal(Severity.Warning, Severity.Error);
    }

    [Fact]
    public void A_check_reads_a_draft_from_several_threads_at_once()
    {
        var bad = Valid.Draft();
        bad.Contacts.Add(new ContactDraft());
        var expected = Valid.Rules.Check(bad).Select(v => v.ToString()).ToList();

        Enumerable
            .Range(0, 200)
            .AsParallel()
            .Select(_ => Valid.Rules.Check(bad).Select(v => v.ToString()).ToList())
            .Should()
            .AllSatisfy(found => found.Should().Equal(expected));
    }

    private sealed class Always(string code, Severity severity) : DraftRule<CustomerDraft>(code, severity, "Always.")
    {
        public override void Check(CustomerDraft draft, ref Findings found) => found.Add(Violated(""));
    }
}
