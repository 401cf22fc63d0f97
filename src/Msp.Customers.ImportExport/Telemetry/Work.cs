using System.Diagnostics;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ImportExport;

// The activity of an import or an export, if there is a listener.
internal static class Work
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    public static async Task<T> ReportAsync<T>(string name, MspId msp, Func<Task<T>> work, Action<Activity?, T> onCompleted)
    {
        using var activity = Source.StartActivity(name)?.SetTag(TelemetryNames.Msp, msp.Value);
        try
        {
            var result = await work().ConfigureAwait(false);
            onCompleted(activity, result);
            return result;
        }
        catch (OperationCanceledException)
        {
            activity?.SetTag(TelemetryNames.Outcome, "cancelled");
            throw;
        }
        catch (Exception e)
        {
            // The type and not the message, which may contain personal data of the host's systems.
            activity
                ?.SetTag(TelemetryNames.Outcome, "failed")
                .SetTag(TelemetryNames.ErrorType, e.GetType().FullName)
                .SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
