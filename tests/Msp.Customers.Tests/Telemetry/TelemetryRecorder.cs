using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Msp.Customers.Telemetry;

namespace Msp.Customers.Tests.Telemetry;

// Records the logs, traces and metrics of the test that creates it, and not those of tests that run in parallel.
internal sealed class TelemetryRecorder : ILoggerProvider, ILogger
{
    private static readonly AsyncLocal<TelemetryRecorder?> Current = new();
    private readonly ActivityListener traces;
    private readonly MeterListener metrics = new();

    public TelemetryRecorder()
    {
        Current.Value = this;
        traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref _) => Current.Value == this ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (Current.Value == this)
                {
                    Activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TelemetryNames.Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        metrics.Start();
    }

    public ConcurrentQueue<(EventId Id, LogLevel Level, string Text, string Details)> Lines { get; } = new();

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> Measurements { get; } = new();

    // All records as text.
    public string Everything =>
        string.Join(
            '\n',
            [
                .. Lines.Select(l => $"{l.Id} {l.Text} {l.Details}"),
                .. Activities.Select(a =>
                    $"{a.OperationName} {a.DisplayName} {a.StatusDescription} {Text(a.TagObjects)} {string.Join(' ', a.Baggage)} "
                    + string.Join(' ', a.Events.Select(e => $"{e.Name} {Text(e.Tags)}"))
                    + string.Join(' ', a.Links.Select(l => Text(l.Tags ?? [])))
                ),
                .. Measurements.Select(m => $"{m.Name} {Text(m.Tags)}"),
            ]
        );

    public static string Text(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.Select(t => $"{t.Key}={(t.Value is IEnumerable<string> many ? string.Join(',', many) : t.Value)}"));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue((default, LogLevel.None, $"{state}", ""));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) =>
        Lines.Enqueue(
            (
                eventId,
                logLevel,
                formatter(state, exception),
                $"{(state is IEnumerable<KeyValuePair<string, object?>> values ? Text(values) : state)} {exception}"
            )
        );

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Current.Value == this)
        {
            Measurements.Enqueue((instrument.Name, value, tags.ToArray()));
        }
    }
}
