using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Msp.Customers.Telemetry;

namespace Msp.Customers.ImportExport;

// Reports the result of an import to logs, traces and metrics: numbers and codes, without content of rows.
internal static class ImportTelemetry
{
    private static readonly Counter<long> Customers = new Meter(TelemetryNames.Meter).CreateCounter<long>(
        TelemetryNames.ImportCustomers,
        "{customer}",
        "The customers of imports that were stored."
    );

    public static void Report(Activity? activity, ILogger logger, ImportReport report, bool isDryRun)
    {
        activity
            ?.SetTag(
                TelemetryNames.Outcome,
                report.IsStored ? "imported"
                    : isDryRun ? "checked"
                    : "refused"
            )
            .SetTag(TelemetryNames.Codes, Codes(report))
            .SetTag(TelemetryNames.Count, report.Added + report.Edited + report.Unchanged + report.Different + report.Refused);
        if (report.IsStored)
        {
            ImportLog.Imported(logger, report.Added, report.Edited, report.Unchanged, report.Different, report.Refused);
            Count(report.Added, "added");
            Count(report.Edited, "edited");
            Count(report.Unchanged, "unchanged");
            Count(report.Different, "different");
            Count(report.Refused, "refused");
        }
        else if (isDryRun)
        {
            ImportLog.Checked(logger, report.Added, report.Edited, report.Unchanged, report.Different, report.Refused);
        }
        else if (logger.IsEnabled(LogLevel.Information))
        {
            ImportLog.Refused(logger, report.ErrorCount, string.Join(", ", Codes(report)));
        }
    }

    private static string[] Codes(ImportReport report) =>
        [.. report.Violations.Select(v => v.Violation).Where(v => v.Severity == Severity.Error).Select(v => v.Code).Distinct()];

    private static void Count(long customers, string outcome)
    {
        if (customers > 0)
        {
            Customers.Add(customers, new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome));
        }
    }
}
