using BenchmarkDotNet.Attributes;
using FluentValidation.Results;
using Msp.Customers.Benchmarks.Drafts;
using Msp.Customers.Rules;
using NodaTime;

namespace Msp.Customers.Benchmarks;

// Measures all checks of a valid draft with two contacts that need no storage: the invariants, and the rules over the resulting customer.
// FluentValidation has the invariants and the rules about contact details.
[MemoryDiagnoser, MinColumn]
public class FormChecking
{
    private static readonly LocalDate Today = new(2026, 3, 1);
    private readonly CustomerDraft draft = SampleDrafts.Valid();
    private readonly FluentForm fluent = new();
    private readonly SaveRule<Customer>[] rules =
    [
        new RequiredDetailsRule(RequiredFields.None),
        new ContactDetailsRule(),
        new FixedDetailsRule(isAccountNameFixed: false),
        new LicenseAndEvaluationRule(CustomerTerms.Default),
        new QuotaDatesRule(),
        new QuotasOfClosedUsageRule(),
    ];

    [Benchmark(Baseline = true)]
    public ValidationResult FluentValidation() => fluent.Validate(draft);

    [Benchmark]
    public IReadOnlyList<Violation> Library()
    {
        var change = new Change<Customer>(null, Customer.Register(draft, CustomerTerms.Default, Today), Today);
        foreach (var rule in rules)
        {
            rule.Evaluate(change);
        }

        return change.Violations;
    }
}
