namespace Msp.Customers.Rules;

// What another package of the library adds to the rules about customers: its codes, which options may name, and its rules, made for each scope.
internal sealed record PackageRules(IReadOnlyList<RuleDescriptor> Codes, Func<IServiceProvider, IEnumerable<Rule>> Make);
