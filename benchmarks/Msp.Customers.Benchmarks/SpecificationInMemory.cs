using BenchmarkDotNet.Attributes;
using Msp.Customers.Benchmarks.Drafts;
using NodaTime;

namespace Msp.Customers.Benchmarks;

// Finds the customers, of a thousand, whose license ends before a day: by a specification evaluated in memory, by plain LINQ, and
// by the evaluator of Ardalis.Specification.
[MemoryDiagnoser, MinColumn]
public class SpecificationInMemory
{
    private static readonly LocalDate Day = new(2027, 2, 1);
    private readonly List<Customer> customers = [.. Customers()];
    private readonly CustomersMatching kept = new(new CustomerFilter { LicenseExpiringBefore = Day });

    [GlobalSetup]
    public void Prepare()
    {
        if (Linq() is 0 or 1_000 || Specification() != Linq() || NewSpecification() != Linq() || PackageEvaluator() != Linq())
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Linq() => customers.Count(c => c.LicenseExpiryDate < Day);

    [Benchmark]
    public int Specification() => customers.Count(kept.IsSatisfiedBy);

    [Benchmark]
    public int PackageEvaluator() => InMemorySpecificationEvaluator.Default.Evaluate(customers, kept).Count();

    // A specification that is used once: its expression is compiled on each call.
    [Benchmark]
    public int NewSpecification() =>
        customers.Count(new CustomersMatching(new CustomerFilter { LicenseExpiringBefore = Day }).IsSatisfiedBy);

    private static IEnumerable<Customer> Customers()
    {
        for (var n = 0; n < 1_000; n++)
        {
            var draft = SampleDrafts.Valid();
            draft.LicenseExpiryDate = n % 3 == 0 ? null : new LocalDate(2027, 1, 1).PlusDays(n % 60);
            yield return Customer.Register(draft, CustomerTerms.Default, new LocalDate(2026, 3, 1));
        }
    }
}
