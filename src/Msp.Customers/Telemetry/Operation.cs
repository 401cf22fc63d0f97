using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Msp.Customers.Telemetry;

// The activity and the measured duration of an operation; null when there is no listener. The outcome is a failure unless another one is
// set.
internal sealed class Operation : IDisposable
{
    private readonly Activity? activity;
    private readonly Histogram<double> duration;
    private readonly long started = Stopwatch.GetTimestamp();
    private TagList tags;
    private string outcome = Outcomes.Failed;

    private Operation(Activity? activity, Histogram<double> duration, string? action, string? aggregate)
    {
        this.activity = activity;
        this.duration = duration;
        Tag(TelemetryNames.Action, action);
        Tag(TelemetryNames.Aggregate, aggregate);
    }

    public static Operation? Start(
        string name,
        Histogram<double> duration,
        string? msp = null,
        string? action = null,
        string? aggregate = null
    )
    {
        var activity = Instruments.Source.StartActivity(name);
        activity?.SetTag(TelemetryNames.Msp, msp);
        return activity is not null || duration.Enabled || Instruments.Violations.Enabled
            ? new Operation(activity, duration, action, aggregate)
            : null;
    }

    public void End(string outcome, int count)
    {
        this.outcome = outcome;
        activity?.SetTag(TelemetryNames.Count, count);
    }

    public void Refuse(IReadOnlyList<Violation> violations, string outcome = Outcomes.Refused)
    {
        this.outcome = outcome;
        var found = violations.CountBy(v => v.Code).ToList();
        activity?.SetTag(TelemetryNames.Codes, found.ConvertAll(c => c.Key).ToArray());
        found.ForEach(c => Instruments.Violations.Add(c.Value, new KeyValuePair<string, object?>(TelemetryNames.Code, c.Key)));
    }

    // Only the type is recorded, because the message of a host's exception can contain personal data.
    public void Fail(Exception e)
    {
        if (e is OperationCanceledException)
        {
            outcome = Outcomes.Cancelled;
            return;
        }

        Tag(TelemetryNames.ErrorType, e.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        Tag(TelemetryNames.Outcome, outcome);
        duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        activity?.Dispose();
    }

    private void Tag(string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
            activity?.SetTag(name, value);
        }
    }
}
