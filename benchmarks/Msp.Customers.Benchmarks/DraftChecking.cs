using BenchmarkDotNet.Attributes;
using FluentValidation.Results;
using Msp.Customers.Benchmarks.Drafts;

namespace Msp.Customers.Benchmarks;

// Measures the check of the invariants of a draft with two contacts, which each registration and each edit runs.
[MemoryDiagnoser, MinColumn]
public class DraftChecking
{
    private readonly FluentCustomer fluent = new();
    private CustomerDraft draft = null!;
    private AnnotatedCustomer annotated = null!;

    [Params(0, 4)]
    public int Errors { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        Agreement.Verify();
        draft = Errors == 0 ? SampleDrafts.Valid() : SampleDrafts.Faulty();
        annotated = new AnnotatedCustomer(draft);
    }

    [Benchmark(Baseline = true)]
    public ValidationResult FluentValidation() => fluent.Validate(draft);

    [Benchmark]
    public object DataAnnotations() => annotated.Check();

    [Benchmark]
    public IReadOnlyList<Violation> Library() => draft.Check();

    [Benchmark]
    public object? HandWrittenCheck() => HandWritten.Check(draft);
}
