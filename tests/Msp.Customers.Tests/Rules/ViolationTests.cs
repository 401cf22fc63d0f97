using System.Globalization;

namespace Msp.Customers.Tests.Rules;

public sealed class ViolationTests
{
    [Fact]
    public void A_message_is_the_same_in_every_culture()
    {
        var violation = new Violation(
            "a.b",
            Severity.Error,
            "",
            "{Amount} on {Date} in {Period} of {Type}",
            ("Amount", 1234.5m),
            ("Date", new LocalDate(2026, 3, 1)),
            ("Period", new EffectivePeriod(new LocalDate(2026, 3, 1))),
            ("Type", TenantType.Sandbox)
        );
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "ar-SA", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                violation.Message.Should().Be("1234.5 on 2026-03-01 in 2026-03-01.. of Sandbox");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_are_found_by_their_exact_name()
    {
        var violation = new Violation("a.b", Severity.Error, "P", "m", ("Count", 3), ("Date", Valid.Today));

        violation.Values.Should().HaveCount(2);
        violation.Values["Count"].Should().Be(3);
        violation.Values["Date"].Should().Be(Valid.Today);
        violation.Values.ContainsKey("count").Should().BeFalse();
    }

    [Fact]
    public void Braces_in_a_value_are_not_replaced() =>
        new Violation("a.b", Severity.Error, "", "{A} and {B}", ("A", "{B}"), ("B", "{A}")).Message.Should().Be("{B} and {A}");

    [Fact]
    public void A_placeholder_without_a_value_stays_in_the_message() =>
        new Violation("a.b", Severity.Error, "", "{A} and {B}", ("A", 1)).Message.Should().Be("1 and {B}");

    [Fact]
    public void The_text_of_a_violation_is_its_code_path_and_message_on_one_line()
    {
        new Violation("a.b", Severity.Error, "Quotas[1].EndDate", "It is {X}.", ("X", 5))
            .ToString()
            .Should()
            .Be("a.b at Quotas[1].EndDate: It is 5.");
        new Violation("a.b", Severity.Error, "", "It is so.").ToString().Should().Be("a.b: It is so.");
    }

    [Fact]
    public void A_host_can_change_the_severity_and_the_path_of_a_violation()
    {
        var violation = new Violation("a.b", Severity.Error, "P", "It is {X}.", ("X", 5));

        var row = violation with { Severity = Severity.Warning, Path = "Rows[3].P" };

        (row.Code, row.Severity, row.Path, row.Message).Should().Be(("a.b", Severity.Warning, "Rows[3].P", "It is 5."));
    }
}
