using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// What the results page shows; the logs have the rest.
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

// A benchmark that failed fails the run, so that a dry run proves that all of them work. Listing them runs none.
return summaries.Exists(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
