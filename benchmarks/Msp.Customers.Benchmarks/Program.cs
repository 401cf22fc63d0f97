using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// The columns of the published results; the logs contain all columns.
var config = DefaultConfig.Instance.HideColumns(
    Column.Error,
    Column.StdDev,
    Column.Median,
    Column.RatioSD,
    Column.Gen0,
    Column.Gen1,
    Column.Gen2,
    Column.AllocRatio,
    Column.Job,
    Column.IterationCount,
    Column.LaunchCount,
    Column.WarmupCount
);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config).ToList();

// A failed benchmark fails the run, so that a dry run verifies all benchmarks.
return summaries.Exists(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
