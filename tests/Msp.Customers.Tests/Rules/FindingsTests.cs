using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class FindingsTests
{
    [Fact]
    public void Findings_keep_their_order()
    {
        var found = default(Findings);
        found.Add(At("A"));
        found.Add(At("B"));

        found.IsEmpty.Should().BeFalse();
        found.ToList().Select(v => v.Path).Should().Equal("A", "B");
    }

    [Fact]
    public void Without_a_violation_findings_are_empty()
    {
        default(Findings).IsEmpty.Should().BeTrue();
        default(Findings).ToList().Should().BeEmpty();
    }

    [Fact]
    public void No_violation_is_no_finding()
    {
        var add = () => default(Findings).Add(null!);

        add.Should().Throw<ArgumentNullException>();
    }

    private static Violation At(string path) => new("a.b", Severity.Error, path, "m");
}
