using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Msp.Customers.Benchmarks.Usage;

// The mean divided by the number of entries, so that sizes can be compared.
internal sealed class NanosecondsPerEntry : IColumn
{
    public string Id => nameof(NanosecondsPerEntry);

    public string ColumnName => "ns/entry";

    public string Legend => "Mean divided by the number of entries";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Statistics;

    public int PriorityInCategory => int.MaxValue;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? (statistics.Mean / (int)benchmarkCase.Parameters[nameof(UsageSweep.Entries)]).ToString("0.00", CultureInfo.InvariantCulture)
            : "NA";

    internal sealed class Config : ManualConfig
    {
        public Config() => AddColumn(new NanosecondsPerEntry());
    }
}
