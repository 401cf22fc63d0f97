using Msp.Customers.Parsing;
using Msp.Customers.Queries;

namespace Msp.Customers.Rules;

/// <summary>The catalog of the codes that this package reports.</summary>
public static class RuleCatalog
{
    /// <summary>The descriptors of all codes, including those of rules that are off by default, in order of code.</summary>
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
