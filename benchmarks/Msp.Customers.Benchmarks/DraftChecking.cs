using BenchmarkDotNet.Attributes;
using FluentValidation.Results;
using Msp.Customers.Benchmarks.Drafts;
using Msp.Customers.Policies;
using Msp.Customers.Rules;

namespace Msp.Customers.Benchmarks;

// What it costs to find that a draft with two contacts keeps every rule, as registering and editing do each time.
[MemoryDiagnoser, MinColumn]
public class DraftChecking
{
    private readonly CustomerDraft draft = SampleDrafts.Valid();
    private readonly AnnotatedCustomer annotated = new(SampleDrafts.Valid());
    private readonly Func<string?, bool> isPhoneNumber;
    private readonly CustomerRules rules;
    private readonly FluentCustomer fluent;
    private readonly HandWritten handWritten;

    public DraftChecking()
        : this(PhoneNumberCheck.Characters) { }

    protected DraftChecking(PhoneNumberCheck phoneNumbers)
    {
        rules = StandardRules.ForCustomers(new RuleOptions { PhoneNumbers = { Check = phoneNumbers } });
        isPhoneNumber = SharedChecks.IsPhoneNumber(phoneNumbers);
        fluent = new FluentCustomer(isPhoneNumber);
        handWritten = new HandWritten(isPhoneNumber);
    }

    [GlobalSetup]
    public void Agree() => Agreement.Demand(rules, fluent, handWritten, isPhoneNumber);

    [Benchmark(Baseline = true)]
    public ValidationResult FluentValidation() => fluent.Validate(draft);

    [Benchmark]
    public object DataAnnotations() => annotated.Check(isPhoneNumber);

    [Benchmark]
    public IReadOnlyList<Violation> StandardRulesCheck() => rules.Check(draft);

    [Benchmark]
    public object? HandWrittenCheck() => handWritten.Check(draft);
}
