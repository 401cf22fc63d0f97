namespace Msp.Customers.Rules;

// The additions of another package to the rules about customers: its codes, which options can name, and its rules, created for each scope.
internal sealed record PackageRules(IReadOnlyList<RuleDescriptor> Codes, Func<IServiceProvider, IEnumerable<Rule>> Make);
