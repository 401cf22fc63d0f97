using Msp.Customers.Rules;
using Msp.Customers.Tests.Architecture;

namespace Msp.Customers.Tests.Rules;

public sealed class CodesTableTests
{
    [Fact]
    public void The_table_of_codes_is_equal_to_the_catalog() => Documented().Should().Equal(Codes.All.Select(Row));

    [Fact]
    public void Every_value_named_in_a_message_has_a_type() =>
        Codes
            .All.SelectMany(rule => rule.Message.Split('{').Skip(1).Select(part => part.Split('}')[0]).Except(rule.Values.Keys))
            .Should()
            .BeEmpty();

    [Fact]
    public void No_two_descriptors_have_the_same_code() => Codes.All.Select(r => r.Code).Should().OnlyHaveUniqueItems();

    private static IEnumerable<string> Documented() =>
        File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "rules.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    private static string Row(RuleDescriptor rule) =>
        $"| `{rule.Code}` | {rule.Severity} | {(rule.IsConfigurable ? "yes" : "no")} | {rule.Message} | {Values(rule)} |".Replace(
            "|  |",
            "| |"
        );

    private static string Values(RuleDescriptor rule) =>
        string.Join(", ", rule.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}: {v.Value.Name}"));
}
