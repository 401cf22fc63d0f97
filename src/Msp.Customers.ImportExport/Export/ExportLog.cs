using Microsoft.Extensions.Logging;

namespace Msp.Customers.ImportExport;

internal static partial class ExportLog
{
    [LoggerMessage(3004, LogLevel.Information, "Exported: {Count} customers.")]
    public static partial void Exported(ILogger logger, long count);

    [LoggerMessage(3005, LogLevel.Warning, "Left out of the export: customer {Customer} cannot be read, because of {Member}.")]
    public static partial void LeftOut(ILogger logger, string customer, string? member);
}
