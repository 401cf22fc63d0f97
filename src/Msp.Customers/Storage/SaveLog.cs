using Microsoft.Extensions.Logging;

namespace Msp.Customers.Storage;

internal static partial class SaveLog
{
    [LoggerMessage(1001, LogLevel.Debug, "Completed {Action} of {Aggregate} {Ids}.", SkipEnabledCheck = true)]
    public static partial void Saved(ILogger logger, string action, string aggregate, string ids);

    [LoggerMessage(1002, LogLevel.Information, "Refused to {Action} {Aggregate} {Ids}: {Violations}.", SkipEnabledCheck = true)]
    public static partial void Refused(ILogger logger, string action, string aggregate, string ids, string violations);

    [LoggerMessage(
        1003,
        LogLevel.Information,
        "Could not {Action} {Aggregate} {Ids}, because another caller saved first.",
        SkipEnabledCheck = true
    )]
    public static partial void Conflicted(ILogger logger, string action, string aggregate, string ids);
}
