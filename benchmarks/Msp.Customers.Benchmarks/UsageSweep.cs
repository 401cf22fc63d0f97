using BenchmarkDotNet.Attributes;
using Msp.Customers.Benchmarks.Quotas;
using Msp.Customers.Benchmarks.Usage;
using Msp.Customers.Usage;
using NodaTime;

namespace Msp.Customers.Benchmarks;

// Measures the calculation of consumption and overage of twelve quotas.
[MemoryDiagnoser, MinColumn, Config(typeof(NanosecondsPerEntry.Config))]
public class UsageSweep : IDisposable
{
    private IReadOnlyList<CreditQuota> quotas = [];
    private DailyUsage[] usage = [];
    private DailyUsage[] unordered = [];
    private LocalDate last;
    private SqliteUsage? database;

    [Params(10_000, 100_000, 1_000_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var customer = SampleQuotas.CustomerWith(12, QuotaLayout.TopUps);
        quotas = customer.Quotas;
        unordered = SampleUsage.Of(customer, Entries);
        usage = [.. unordered];
        Array.Sort(usage, (a, b) => a.Date.CompareTo(b.Date));
        last = usage[^1].Date;
        var result = UsageResult.Of(Sweep());
        result.VerifySame(Linq());
        result.VerifySame(UsageResult.Of(SweepUnordered()));
    }

    // Filling the database takes longer than the preparation of all other benchmarks.
    [GlobalSetup(Target = nameof(Sql))]
    public void PrepareSql()
    {
        Prepare();
        database = new SqliteUsage(quotas, usage, last);
        UsageResult.Of(Sweep()).VerifySame(Sql());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        database?.Dispose();
        GC.SuppressFinalize(this);
    }

    // The lower bound of every calculation: reading each entry.
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
    public Balance Sweep() => Balance.On(last, quotas, usage, ConsumptionPolicy.Default);

    // The same entries unordered: copied and sorted first.
    [Benchmark]
    public Balance SweepUnordered() => Balance.On(last, quotas, unordered, ConsumptionPolicy.Default);

    // One query of the database, with an index in the order of the days.
    [Benchmark]
    public UsageResult Sql() => database!.Query();

    // The straightforward code of a caller: each entry is covered by the quotas in force on its day.
    [Benchmark]
    public UsageResult Linq()
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

        return new UsageResult(quotas.ToDictionary(q => q.Number, q => q.Limit.Credits!.Value.Amount - left[q.Number]), overage);
    }
}
