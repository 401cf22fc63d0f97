using Microsoft.Extensions.Logging;

namespace Msp.Customers.Storage;

internal static partial class SaveLog
{
    [LoggerMessage(1001, LogLevel.Debug, "Stored: {Action} {Aggregate} {Ids}.", SkipEnabledCheck = true)]
    public static partial void Saved(ILogger logger, string action, string aggregate, string ids);

    [LoggerMessage(1002, LogLevel.Information, "Refused: {Action} {Aggregate} {Ids}, for {Violations}.", SkipEnabledCheck = true)]
    public static partial void Refused(ILogger logger, string action, string aggregate, string ids, string violations);

    [LoggerMessage(1003, LogLevel.Information, "Someone else saved first: {Action} {Aggregate} {Ids}.", SkipEnabledCheck = true)]
    public static partial void Conflicted(ILogger logger, string action, string aggregate, string ids);
}
