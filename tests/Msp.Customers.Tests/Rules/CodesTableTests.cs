using System.Runtime.CompilerServices;
using Msp.Customers.Policies;

namespace Msp.Customers.Tests.Rules;

public sealed class CodesTableTests
{
    [Fact]
    public void The_table_of_codes_is_equal_to_the_code()
    {
        var documented = File.ReadAllLines(Path.Combine(Root(), "docs", "rules.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var rules = StandardRules.All().Select(r => $"| `{r.Code}` | {r.Severity} | {(r.IsStructural ? "yes" : "no")} | {r.Message} |");

        documented.Should().Equal(rules);
    }

    [Fact]
    public void No_two_rules_have_one_code_but_the_text_rules_that_customers_and_plans_share() =>
        StandardRules.All().Select(r => r.Code).Should().OnlyHaveUniqueItems();

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
