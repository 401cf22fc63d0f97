using System.Reflection;

namespace Msp.Customers.Samples.Tests.Documents;

// Compiles the tests of the guide, and runs each like its test framework.
public sealed class TestingGuideTests
{
    public static TheoryData<string, string> Shown =>
        new()
        {
            { "QuotaDateTests", "Both_dates_of_a_quota_are_usable" },
            { "TodayTests", "The_day_changes_at_midnight_of_the_customer" },
            { "TodayTests", "A_quota_can_be_new_on_its_last_day_and_not_on_the_day_after" },
            { "TimelineTests", "April_1st_is_a_gap" },
            { "TimelineTests", "Two_quotas_share_six_days_of_March" },
            { "QuotaViolationTests", "An_overlap_is_a_warning" },
            { "QuotaViolationTests", "An_end_before_the_start_is_an_error" },
        };

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task The_tests_of_the_guide_pass(string type, string name)
    {
        var block = CodeBlock
            .All()
            .Single(b =>
                b.File.EndsWith("testing.md", StringComparison.Ordinal) && b.Text.Contains($"class {type}", StringComparison.Ordinal)
            );
        var shown = BlockCompiler.Load(block.Text).GetType(type, throwOnError: true)!;
        var method = shown.GetMethod(name)!;
        var cases = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(a => a.GetData(method)).DefaultIfEmpty([]);

        foreach (var values in cases)
        {
            if (method.Invoke(Activator.CreateInstance(shown), values) is Task task)
            {
                await task;
            }
        }
    }
}
