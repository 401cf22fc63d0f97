using Microsoft.Extensions.Logging;

namespace Msp.Customers.Transfer.Export;

internal static partial class ExportLog
{
    [LoggerMessage(3004, LogLevel.Information, "Exported: {Count} customers.")]
    public static partial void Exported(ILogger logger, long count);
}
