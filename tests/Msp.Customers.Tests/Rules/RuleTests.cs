using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class RuleTests
{
    [Theory]
    [InlineData("quota.overlaps")]
    [InlineData("organization-name.taken")]
    [InlineData("a.b-c-d")]
    public void A_code_is_a_subject_and_a_fault_in_lower_case_words(string code) => new Named(code).Code.Should().Be(code);

    [Theory]
    [InlineData("")]
    [InlineData("quota")]
    [InlineData("quota.")]
    [InlineData(".overlaps")]
    [InlineData("Quota.overlaps")]
    [InlineData("quota.over_laps")]
    [InlineData("quota.over laps")]
    [InlineData("quota..overlaps")]
    [InlineData("quota.overlaps.twice")]
    [InlineData("quota.-overlaps")]
    [InlineData("quota.overlaps-")]
    [InlineData("quota.overlaps2")]
    [InlineData("quota.überlappt")]
    [InlineData("quota.overlaps\n")]
    public void Any_other_code_is_refused(string code)
    {
        var make = () => new Named(code);

        make.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_violation_has_the_code_severity_and_message_of_its_rule()
    {
        var violation = new Named("a.b").Violated("Quotas[0]", ("X", 1));

        (violation.Code, violation.Severity, violation.Path, violation.Message)
            .Should()
            .Be(("a.b", Severity.Warning, "Quotas[0]", "It is 1."));
    }

    private sealed class Named(string code) : Rule(code, Severity.Warning, "It is {X}.");
}
