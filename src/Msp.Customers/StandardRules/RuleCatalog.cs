using Msp.Customers.Parsing;
using Msp.Customers.Queries;

namespace Msp.Customers.Rules;

// The codes that this package reports.
internal static class RuleCatalog
{
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        .. new[]
        {
            CustomerValidator.Codes,
            QuotaValidator.Codes,
            ScheduleValidator.Codes,
            ContactValidator.Codes,
            PlanValidator.Codes,
            UnreadableText.Codes,
            Customer.LifecycleCodes,
            PageRule.Codes,
            RuleSets.Codes,
        }
            .SelectMany(codes => codes)
            .DistinctBy(code => code.Code)
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
