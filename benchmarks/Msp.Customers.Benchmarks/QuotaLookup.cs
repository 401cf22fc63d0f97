using BenchmarkDotNet.Attributes;
using Msp.Customers.Benchmarks.Quotas;
using NodaTime;

namespace Msp.Customers.Benchmarks;

// Measures the search for the first quota in the order of consumption, for days all over the timeline.
[MemoryDiagnoser, MinColumn]
public class QuotaLookup
{
    private const int DayCount = 4096;
    private IReadOnlyList<CreditQuota> quotas = [];
    private IReadOnlyList<CreditQuota> inOrder = [];
    private QuotaTimeline timeline = new([]);
    private LocalDate[] days = [];
    private int next;

    [Params(4, 32, 256, 4096)]
    public int Count { get; set; }

    [Params(QuotaLayout.Months, QuotaLayout.TopUps)]
    public QuotaLayout Layout { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var customer = SampleQuotas.CustomerWith(Count, Layout);
        (quotas, timeline, inOrder) = (customer.Quotas, customer.Timeline, [.. customer.Timeline.Quotas]);
        days = SampleQuotas.DaysAround(customer, DayCount);
        for (var i = 0; i < DayCount; i++)
        {
            next = i;
            var first = LinqFirst();
            next = i;
            var ordered = LinqOrdered();
            next = i;
            var inForce = ConsumedFirstOn();
            if (first?.Number != inForce?.Number || ordered?.Number != inForce?.Number)
            {
                throw new InvalidOperationException($"The competitors do not agree on {days[i]}.");
            }
        }
    }

    // The best case for LINQ: the list is sorted in the order of consumption, so that the first match is the result.
    [Benchmark(Baseline = true)]
    public CreditQuota? LinqFirst()
    {
        var day = NextDay();
        return inOrder.FirstOrDefault(q => q.Period.Contains(day));
    }

    // The code that a caller writes for the unsorted quotas of a customer.
    [Benchmark]
    public CreditQuota? LinqOrdered()
    {
        var day = NextDay();
        return quotas.Where(q => q.Period.Contains(day)).Order(ConsumptionOrder.Default).FirstOrDefault();
    }

    [Benchmark]
    public CreditQuota? ConsumedFirstOn() => timeline.ConsumedFirstOn(NextDay());

    private LocalDate NextDay() => days[next++ & (DayCount - 1)];
}
