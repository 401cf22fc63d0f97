using Msp.Customers.Rules;

namespace Msp.Customers.Usage;

/// <summary>
/// Contains the codes reported about usage, in addition to those of <see cref="RuleOptions.Catalog"/>.
/// </summary>
public static class UsageCodes
{
    /// <summary>The descriptors of all codes, in order of code.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        .. new[] { UsageValidator.Codes, UsageRefusal.Codes, Authorization.Codes, UsedQuotasRule.AllCodes }
            .SelectMany(codes => codes)
            .DistinctBy(code => code.Code)
            .ExceptBy(RuleOptions.Catalog.Select(code => code.Code), code => code.Code)
            .OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
