using Msp.Customers.Consumption;
using Msp.Customers.Contacts;
using Msp.Customers.Plans;
using Msp.Customers.Policies;
using Msp.Customers.Queries;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;
using Msp.Customers.Tests.Architecture;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Rules;

public sealed class CodesTableTests
{
    [Fact]
    public void The_table_of_codes_is_equal_to_the_code()
    {
        var rules = StandardRules
            .All()
            .Select(r => new[] { $"`{r.Code}`", $"{r.Severity}", Judged(r), r.IsStructural ? "yes" : "no", r.Message });

        Documented().Select(row => string.Join(" | ", row[..5])).Should().Equal(rules.Select(row => string.Join(" | ", row)));
    }

    [Fact]
    public void The_values_named_in_a_message_are_among_those_documented() =>
        Documented()
            .SelectMany(row => row[4].Split('{').Skip(1).Select(part => part.Split('}')[0]).Except(DocumentedValues(row[0].Trim('`'))))
            .Should()
            .BeEmpty();

    [Fact]
    public void No_two_rules_have_one_code_but_the_text_rules_that_customers_and_plans_share() =>
        StandardRules.All().Select(r => r.Code).Should().OnlyHaveUniqueItems();

    // A second test holds these equal to what violations carry.
    internal static string[] DocumentedValues(string code) =>
        Documented().Single(row => row[0] == $"`{code}`")[5].Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Documented() =>
        File.ReadAllLines(Path.Combine(Repository.Root.FullName, "docs", "rules.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))
            .Select(row => row.Length == 5 ? [.. row, ""] : row);

    private static string Judged(Rule rule) =>
        rule switch
        {
            DraftRule<CustomerDraft> or DraftRule<PlanDraft> or DraftRule<UsageDraft> => "draft",
            Policy<Customer> or Policy<ServicePlan> => "on save",
            RemovalPolicy<Customer> or RemovalPolicy<ServicePlan> => "on delete",
            UnreadableDate or UnreadableValue or PageRule => "on reading",
            UnknownQuota or UnknownSchedule or TooManyDue or UnknownContact or StatusMove or RetentionOver or NoEvaluation =>
                "by the customer",
            UsageRefusal => "on posting",
            CreditsShort => "when authorized",
            _ => "nowhere",
        };
}
