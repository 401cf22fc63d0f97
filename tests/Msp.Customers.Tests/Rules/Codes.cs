using Msp.Customers.Rules;
using Msp.Customers.Usage;

namespace Msp.Customers.Tests.Rules;

internal static class Codes
{
    // In the order of the table in docs/rules.md.
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [.. RuleOptions.Catalog.Concat(UsageCodes.All).OrderBy(c => c.Code, StringComparer.Ordinal)];
}
