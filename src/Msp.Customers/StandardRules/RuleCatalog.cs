using Msp.Customers.Consumption;
using Msp.Customers.Contacts;
using Msp.Customers.Plans;
using Msp.Customers.Queries;
using Msp.Customers.Quotas;
using Msp.Customers.Reading;
using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.StandardRules;

/// <summary>Contains every code that the library reports. <c>docs/rules.md</c> shows the same table.</summary>
public static class RuleCatalog
{
    /// <summary>The descriptors of all codes, also of rules that are off by default, in order of code.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        .. new[]
        {
            CustomerValidator.Codes,
            QuotaValidator.Codes,
            ScheduleValidator.Codes,
            ContactValidator.Codes,
            PlanValidator.Codes,
            UsageValidator.Codes,
            UnreadableText.Codes,
            Customer.LifecycleCodes,
            PageRule.Codes,
            UsageRefusal.Codes,
            Authorization.Codes,
            RuleSets.Codes,
        }
            .SelectMany(codes => codes)
            .DistinctBy(code => code.Code)
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
