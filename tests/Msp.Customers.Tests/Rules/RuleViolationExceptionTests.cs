namespace Msp.Customers.Tests.Rules;

public sealed class RuleViolationExceptionTests
{
    private static readonly Violation Warning = new("a.a", Severity.Warning, "A", "One.");
    private static readonly Violation Error = new("b.b", Severity.Error, "", "Two.");

    [Fact]
    public void It_carries_all_violations_and_says_each_on_a_line()
    {
        var refused = new RuleViolationException(Warning, Error);

        refused.Violations.Should().Equal(Warning, Error);
        refused.Message.Split(Environment.NewLine).Should().Equal("a.a at A: One.", "b.b: Two.");
    }

    [Fact]
    public void It_says_the_first_hundred_and_how_many_more_there_are()
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
    public void It_is_thrown_for_an_error_and_not_for_warnings_or_nothing()
    {
        RuleViolationException.ThrowIfAnyError([]);
        RuleViolationException.ThrowIfAnyError([Warning, Warning]);
        var refuse = () => RuleViolationException.ThrowIfAnyError([Warning, Error]);

        refuse.Should().Throw<RuleViolationException>().Which.Violations.Should().Equal(Warning, Error);
    }

    [Fact]
    public void It_needs_a_violation()
    {
        var make = () => new RuleViolationException([]);

        make.Should().Throw<ArgumentOutOfRangeException>();
    }
}
