using Msp.Customers.Rules;

namespace Msp.Customers.Tests.Rules;

public sealed class SeverityMapTests
{
    private static readonly Violation[] Found = [new("a.a", Severity.Error, "A", "m"), new("b.b", Severity.Warning, "B", "m")];

    [Fact]
    public void A_severity_is_replaced_by_code_and_the_others_stay() =>
        new SeverityMap([new("b.b", Severity.Error), new("c.c", Severity.Warning)])
            .Apply(Found)
            .Select(v => (v.Code, v.Severity, v.Path))
            .Should()
            .Equal(("a.a", Severity.Error, "A"), ("b.b", Severity.Error, "B"));

    [Fact]
    public void Without_severities_nothing_changes() => SeverityMap.None.Apply(Found).Should().BeSameAs(Found);

    [Fact]
    public void What_was_found_is_not_changed_itself()
    {
        new SeverityMap([new("a.a", Severity.Warning)]).Apply(Found);

        Found[0].Severity.Should().Be(Severity.Error);
    }
}
