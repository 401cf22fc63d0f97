using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Msp.Customers.Telemetry;

// The process has one activity source and one meter: docs/decisions/telemetry.md.
internal static class Instruments
{
    public static readonly ActivitySource Source = new(TelemetryNames.Source);

    public static readonly Histogram<double> SaveDuration;
    public static readonly Histogram<double> PostDuration;
    public static readonly Histogram<double> DeliverDuration;
    public static readonly Counter<long> Violations;
    public static readonly Counter<long> UsageEntries;

    // In seconds. Most operations take milliseconds, and batches take seconds.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    static Instruments()
    {
        var meter = new Meter(TelemetryNames.Meter);
        SaveDuration = meter.CreateHistogram(TelemetryNames.SaveDuration, "s", "The duration of saves.", tags: null, Buckets);
        PostDuration = meter.CreateHistogram(TelemetryNames.UsageDuration, "s", "The duration of postings of usage.", tags: null, Buckets);
        DeliverDuration = meter.CreateHistogram(
            TelemetryNames.DeliverDuration,
            "s",
            "The duration of deliveries of the change log.",
            tags: null,
            Buckets
        );
        Violations = meter.CreateCounter<long>(
            TelemetryNames.Violations,
            "{violation}",
            "The violations for which saves and postings were refused."
        );
        UsageEntries = meter.CreateCounter<long>(
            TelemetryNames.UsageEntries,
            "{entry}",
            "The entries of usage that were posted or replayed."
        );
    }
}
