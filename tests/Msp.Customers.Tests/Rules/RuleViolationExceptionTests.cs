namespace Msp.Customers.Tests.Rules;

public sealed class RuleViolationExceptionTests
{
    private static readonly Violation Warning = new("a.a", Severity.Warning, "A", "One.");
    private static readonly Violation Error = new("b.b", Severity.Error, "", "Two.");

    [Fact]
    public void The_exception_contains_all_violations_and_its_message_has_a_line_for_each()
    {
        var refused = new RuleViolationException(Warning, Error);

        refused.Violations.Should().Equal(Warning, Error);
        refused.Message.Split(Environment.NewLine).Should().Equal("a.a at A: One.", "b.b: Two.");
    }

    [Fact]
    public void The_message_lists_the_first_100_violations_and_the_number_of_the_others()
    {
        var lines = new RuleViolationException([.. Enumerable.Repeat(Error, 102)]).Message.Split(Environment.NewLine);

        lines.Should().HaveCount(101).And.EndWith("and 2 more");
        new RuleViolationException([.. Enumerable.Repeat(Error, 100)])
            .Message.Split(Environment.NewLine)
            .Should()
            .HaveCount(100)
            .And.EndWith("b.b: Two.");
    }

    [Fact]
    public void The_exception_is_thrown_for_an_error_and_not_for_warnings_only()
    {
        RuleViolationException.ThrowIfAnyError([]);
        RuleViolationException.ThrowIfAnyError([Warning, Warning]);
        var refuse = () => RuleViolationException.ThrowIfAnyError([Warning, Error]);

        refuse.Should().Throw<RuleViolationException>().Which.Violations.Should().Equal(Warning, Error);
    }

    [Fact]
    public void The_exception_requires_a_violation()
    {
        var make = () => new RuleViolationException([]);

        make.Should().Throw<ArgumentOutOfRangeException>();
    }
}
