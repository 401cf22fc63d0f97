using BenchmarkDotNet.Attributes;
using Msp.Customers.Benchmarks.Quotas;
using Msp.Customers.Consumption;
using Msp.Customers.Quotas;
using NodaTime;

namespace Msp.Customers.Benchmarks;

// What three years of usage leave of twelve quotas.
[MemoryDiagnoser, MinColumn]
public class UsageSweep
{
    private IReadOnlyList<CreditQuota> quotas = [];
    private DailyUsage[] usage = [];
    private LocalDate last;

    [Params(10_000, 100_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var customer = SampleQuotas.CustomerWith(12, QuotaLayout.TopUps);
        quotas = customer.Quotas;
        var days = SampleQuotas.DaysAround(customer, Entries);
        Array.Sort(days);
        usage = Array.ConvertAll(days, day => new DailyUsage(day, Credits.FromMicros(1_000 + (day.DayOfYear * 7))));
        last = days[^1];
        if (Sweep() != Linq())
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }

    // The least that any answer costs: looking at every entry.
    [Benchmark(Baseline = true)]
    public long ReadOnly()
    {
        var sum = 0L;
        foreach (ref readonly var entry in usage.AsSpan())
        {
            sum += entry.Credits.Micros;
        }

        return sum;
    }

    [Benchmark]
    public decimal Sweep() => Balance.On(last, quotas, usage).Overage;

    // What a caller writes first: each entry from the quotas in force on its day.
    [Benchmark]
    public decimal Linq()
    {
        var left = quotas.ToDictionary(q => q.Number, q => q.Limit.Credits!.Value.Amount);
        var overage = 0m;
        foreach (var entry in usage)
        {
            var open = entry.Credits.Amount;
            foreach (var quota in quotas.Where(q => q.Period.Contains(entry.Date)).Order(ConsumptionOrder.Default))
            {
                var paid = Math.Min(open, left[quota.Number]);
                left[quota.Number] -= paid;
                open -= paid;
            }

            overage += open;
        }

        return overage;
    }
}
