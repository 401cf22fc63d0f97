using Microsoft.Extensions.Logging;

namespace Msp.Customers.Usage;

internal static partial class UsageLog
{
    [LoggerMessage(
        2001,
        LogLevel.Debug,
        "Usage: {Action} of {Customers}, {Posted} posted and {Replayed} replayed.",
        SkipEnabledCheck = true
    )]
    public static partial void Posted(ILogger logger, string action, string customers, int posted, int replayed);

    [LoggerMessage(2002, LogLevel.Information, "Usage refused: {Action} of {Customers}, for {Violations}.", SkipEnabledCheck = true)]
    public static partial void Refused(ILogger logger, string action, string customers, string violations);

    [LoggerMessage(
        2003,
        LogLevel.Information,
        "Usage in conflict with what was posted: {Action} of {Customers}, for {Violations}.",
        SkipEnabledCheck = true
    )]
    public static partial void Conflicted(ILogger logger, string action, string customers, string violations);
}
